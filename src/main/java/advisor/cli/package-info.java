/** The command line: the only user of Picocli and of the standard streams. */
@NullMarked
package advisor.cli;

import org.jspecify.annotations.NullMarked;
