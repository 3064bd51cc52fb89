/** YAML with the place of every key, read section by section, every fault noted. */
@NullMarked
package advisor.catalog.yaml;

import org.jspecify.annotations.NullMarked;
