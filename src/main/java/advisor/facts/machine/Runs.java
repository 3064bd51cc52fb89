package advisor.facts.machine;

import org.jspecify.annotations.Nullable;

/** What is known of an engine running a number format on a device, on a day. Only {@link No} refuses. */
public sealed interface Runs {
    /** It does. */
    record Since(Engine.Support support) implements Runs {}

    /**
     * It does not, as a source says.
     *
     * @param later what it runs from a later day on; {@code null} if nothing
     */
    record No(String source, Engine.@Nullable Support later) implements Runs {}

    /** No source says. */
    record NotKnown() implements Runs {}
}
