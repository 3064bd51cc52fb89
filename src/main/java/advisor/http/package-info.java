/** The advisor in a browser and over HTTP. Javalin and Jetty never leave this package. */
@NullMarked
package advisor.http;

import org.jspecify.annotations.NullMarked;
