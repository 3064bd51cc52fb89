package advisor.text;

import java.util.List;
import java.util.stream.Collectors;

/** Rules or catalog do not load. Carries every problem found, in the order of their places. */
public final class LoadException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public LoadException(List<Problem> problems) {
        super(lines(problems, Language.EN));
        this.problems = problems.stream().sorted().toList();
    }

    /** Every problem, a line or two each. */
    public String message(Language language) {
        return lines(problems, language);
    }

    private static String lines(List<Problem> problems, Language language) {
        return problems.stream()
                .sorted()
                .map(problem -> problem.in(language))
                .collect(Collectors.joining(System.lineSeparator()));
    }

    public List<Problem> problems() {
        return problems;
    }

    /** Every problem with its place, in both languages. */
    public List<Text> texts() {
        return problems.stream()
                .map(problem -> new Text(problem.in(Language.EN), problem.in(Language.ZH)))
                .toList();
    }
}
