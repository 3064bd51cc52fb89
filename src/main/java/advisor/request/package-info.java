/** What is asked: one table of the fields of a request, and how a request is read from any form that it comes in. */
@NullMarked
package advisor.request;

import org.jspecify.annotations.NullMarked;
