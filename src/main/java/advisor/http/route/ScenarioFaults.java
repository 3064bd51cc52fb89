package advisor.http.route;

import advisor.catalog.Catalog;
import advisor.request.BadRequestException;
import advisor.request.ModelList;
import advisor.request.Question;
import advisor.rules.RuleBook;
import advisor.text.NearestName;
import advisor.text.Problem;
import advisor.text.Text;
import advisor.text.UnknownNameException;
import advisor.workshop.Scenario;
import advisor.workshop.Scenario.Silence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What keeps the scenarios of a file from being run, as far as nobody need run them to see it. */
final class ScenarioFaults {
    private final String label;
    private final String[] lines;
    private final Catalog catalog;
    private final Set<String> rules;
    private final List<Problem> problems = new ArrayList<>();

    /** @param label what messages call the file */
    ScenarioFaults(String label, String text, Catalog catalog, RuleBook book) {
        this.label = label;
        this.lines = text.split("\n", -1);
        this.catalog = catalog;
        this.rules = book.rules().stream().map(rule -> rule.id()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** @param scenarios those of other files as well */
    List<Problem> in(List<Scenario> scenarios) {
        scenarios.stream()
                .filter(scenario -> scenario.place().startsWith(label + ":"))
                .forEach(this::check);
        return problems;
    }

    private void check(Scenario scenario) {
        named(scenario).filter(rule -> !rules.contains(rule)).distinct().forEach(rule -> unknownRule(scenario, rule));
        try {
            Question.of(ModelList.catalogued(scenario.request(), catalog), LocalDate.EPOCH)
                    .request();
            String model = scenario.request().get("model");
            if (model != null) {
                catalog.model(model);
            }
        } catch (BadRequestException e) {
            e.fieldFaults().forEach(fault -> add(scenario, String.valueOf(fault.field()), fault.text(), Text.NONE));
        } catch (UnknownNameException e) {
            add(scenario, "model", e.text(), Text.NONE);
        }
    }

    private static Stream<String> named(Scenario scenario) {
        return Stream.of(
                        scenario.notes().stream(),
                        scenario.notNotes().stream().map(Silence::rule),
                        scenario.expect().values().stream().flatMap(expected -> expected.fired().stream()),
                        scenario.expect().values().stream()
                                .flatMap(expected -> expected.notFired().stream())
                                .map(Silence::rule))
                .flatMap(ids -> ids);
    }

    private void unknownRule(Scenario scenario, String rule) {
        add(
                scenario,
                rule,
                new Text("There is no rule (%s).", "没有规则（%s）。").with(rule),
                NearestName.hintText(rule, rules));
    }

    /** At the first place of the scenario where a word stands; at its beginning, if it stands nowhere. */
    private void add(Scenario scenario, String word, Text said, Text advice) {
        int first = Integer.parseInt(scenario.place().substring(scenario.place().lastIndexOf(':') + 1));
        int line = first;
        while (line < lines.length && !lines[line - 1].contains(word)) {
            line++;
        }
        int column = lines[line - 1].indexOf(word);
        problems.add(new Problem(label, column < 0 ? first : line, Math.max(1, column + 1), said, advice));
    }
}
