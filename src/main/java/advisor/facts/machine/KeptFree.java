package advisor.facts.machine;

import advisor.facts.unit.Bytes;

/**
 * What an engine keeps free on each device for what comes while it runs, where it reckons that instead of taking a
 * share.
 *
 * @param fixed whatever it runs
 * @param ofEachToken of a batch
 * @param ofEachSequence of a batch
 * @param ofEachDevice of those that share the model
 * @param ofEachSequenceAndGroup where groups attend to different streams
 * @param least on a device with more memory than {@code above}
 */
public record KeptFree(
        Bytes fixed,
        Bytes ofEachToken,
        Bytes ofEachSequence,
        Bytes ofEachDevice,
        Bytes ofEachSequenceAndGroup,
        Bytes least,
        Bytes above) {}
