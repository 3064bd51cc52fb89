/** Price lists of others: read, compared with the offers of a catalog, and appended to them. */
@NullMarked
package advisor.catalog.pricelist;

import org.jspecify.annotations.NullMarked;
