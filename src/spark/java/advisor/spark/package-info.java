/** Portfolios of millions of requests, on many machines. The only package that knows Spark; built by the profile of its name. */
@NullMarked
package advisor.spark;

import org.jspecify.annotations.NullMarked;
