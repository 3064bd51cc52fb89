/** The advisor for agents: tools and resources of the Model Context Protocol. The only user of its SDK. */
@NullMarked
package advisor.mcp;

import org.jspecify.annotations.NullMarked;
