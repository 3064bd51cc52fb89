package advisor.catalog;

import java.util.Collection;

/** Somebody asked for a thing that the catalog does not have; the message names the nearest ones. */
public final class UnknownNameException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownNameException(String kind, String name, Collection<String> known) {
        super("The %s (%s) is not in the catalog.%n%s".formatted(kind, name, NearestName.hint(name, known)));
    }
}
