package advisor.cli.option;

import advisor.rules.session.Patience;
import picocli.CommandLine.Option;

/** How long a judgement may take, as an option. */
public final class PatienceOption {
    @Option(
            names = "--judgement-deadline",
            paramLabel = "SECONDS",
            description = "After how many seconds a judgement is stopped; default: 60.")
    private long seconds = Patience.USUAL.deadline().toSeconds();

    public Patience patience() {
        return Patience.seconds(seconds);
    }
}
