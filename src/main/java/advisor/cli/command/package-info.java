/** Commands that ask the advisor. */
@NullMarked
package advisor.cli.command;

import org.jspecify.annotations.NullMarked;
