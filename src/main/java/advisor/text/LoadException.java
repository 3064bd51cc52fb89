package advisor.text;

import java.util.List;
import java.util.stream.Collectors;

/** Rules or catalog do not load. Carries every problem found, in the order of their places. */
public final class LoadException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public LoadException(List<Problem> problems) {
        super(problems.stream().sorted().map(Problem::toString).collect(Collectors.joining(System.lineSeparator())));
        this.problems = problems.stream().sorted().toList();
    }

    public List<Problem> problems() {
        return problems;
    }
}
