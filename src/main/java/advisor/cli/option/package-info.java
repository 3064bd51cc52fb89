/** Options and habits that commands share. */
@NullMarked
package advisor.cli.option;

import org.jspecify.annotations.NullMarked;
