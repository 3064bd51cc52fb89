/** Reads the files that describe a model: config.json, safetensors headers, GGUF. */
@NullMarked
package advisor.catalog.modelfile;

import org.jspecify.annotations.NullMarked;
