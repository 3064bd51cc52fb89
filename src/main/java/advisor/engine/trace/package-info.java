/** Walks a rule's conditions one by one: which hold, which do not, and with which values. */
@NullMarked
package advisor.engine.trace;

import org.jspecify.annotations.NullMarked;
