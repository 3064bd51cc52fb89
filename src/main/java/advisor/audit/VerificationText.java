package advisor.audit;

import advisor.report.screen.Screen;

/** What an examination of records found, as text. */
public final class VerificationText {
    private VerificationText() {}

    /** A line for each fault and note, then what stands fast. */
    public static String of(Verification verification, Screen screen) {
        RecordPage page = new RecordPage(screen);
        verification.faults().forEach(fault -> page.hanging("  ✗ ", page.in(fault)));
        verification.notes().forEach(note -> page.hanging("  - ", page.in(note)));
        page.paragraph(
                verification.sound()
                        ? page.say("verify.sound", verification.records())
                        : page.say(
                                "verify.faults",
                                verification.records(),
                                verification.faults().size()));
        if (!verification.head().isEmpty()) {
            page.entry(page.say("head"), verification.head());
        }
        return page.text();
    }
}
