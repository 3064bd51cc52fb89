package advisor.rules.explain;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Shipped;
import advisor.facts.Candidate;
import advisor.facts.Lens;
import advisor.facts.machine.Accelerator;
import advisor.facts.unit.Parameter;
import advisor.rules.RuleBook;
import advisor.rules.RuleLoader;
import advisor.rules.compile.RuleCompiler;
import advisor.rules.session.Firing;
import advisor.rules.session.Judgement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever explains a rule says that it holds where the session lets it speak, and nowhere else. */
class DrawnRulesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final int FILES = 12;
    private static final int RULES_OF_A_FILE = 20;

    /** With it each lens has a base of its own, and that which is looked at is the second one that is built. */
    private static final String OF_THE_OTHER_LENS =
            rule("other", "of-a-document", "    $candidate : Candidate()\n").replace("@en", "@lens(founding)\n    @en");

    @TempDir
    private static Path folder;

    private static final List<Object> FACTS = facts();

    /** What is drawn: conditions within conditions, or none, of which the engine shares the joins. */
    enum Draw {
        NESTED(DrawnRules::conditions),
        SIMPLE(DrawnRules::simple);

        private final LongFunction<String> conditions;
        private @Nullable Judged judged;

        Draw(LongFunction<String> conditions) {
            this.conditions = conditions;
        }

        Judged judged() throws IOException {
            if (judged == null) {
                Path drawn = Files.createDirectory(folder.resolve(name()));
                for (int file = 0; file < FILES; file++) {
                    Files.writeString(drawn.resolve("drawn" + file + ".drl"), file(this, file));
                }
                Files.writeString(drawn.resolve("other.drl"), OF_THE_OTHER_LENS);
                RuleBook rules = RuleLoader.load(drawn, new RuleCompiler());
                rules.judge(FACTS, Lens.FOUNDING, DAY);
                judged = new Judged(rules, rules.judge(FACTS, Lens.EVIDENCE, DAY));
            }
            return judged;
        }

        String conditions(String id) {
            String[] numbers = id.split("/r", -1);
            int file = Integer.parseInt(numbers[0].substring("drawn".length()));
            return conditions.apply(seed(file, Integer.parseInt(numbers[1])));
        }
    }

    private record Judged(RuleBook rules, Judgement judgement) {}

    /** A few of each kind, with figures that are not known among them. */
    private static List<Object> facts() {
        List<Object> all = Shipped.assess("model", "deepseek-r1").judgement().facts();
        List<Object> some = new ArrayList<>();
        for (Class<?> type : List.of(Candidate.class, Accelerator.class, Parameter.class)) {
            List<Object> ofType = all.stream().filter(type::isInstance).toList();
            for (int i = 0; i < ofType.size(); i += ofType.size() / 4) {
                some.add(ofType.get(i));
            }
        }
        return some;
    }

    @ParameterizedTest
    @EnumSource
    void walkAndTraceHoldWhereTheSessionFires(Draw draw) throws IOException {
        RuleBook rules = draw.judged().rules();
        Judgement judgement = draw.judged().judgement();
        assertThat(judgement.errors())
                .extracting(error ->
                        error.message().en() + draw.conditions(error.rule().id()))
                .isEmpty();
        assertThat(drawn(rules)).hasSize(FILES * RULES_OF_A_FILE);
        Set<String> fired = new HashSet<>();
        for (Firing firing : judgement.firings()) {
            fired.add(pair(firing.rule().id(), firing.candidate()));
        }
        List<String> disagreements = new ArrayList<>();
        Facts known = new Facts(FACTS);
        for (RuleLogic logic : drawn(rules)) {
            candidates().forEach(candidate -> {
                String pair = pair(logic.rule().id(), candidate);
                boolean walked = Walk.match(logic, known, candidate).isPresent();
                boolean traced = Tracer.trace(logic, known, candidate).stream()
                        .filter(trace -> trace.condition().within() == null)
                        .allMatch(trace -> Boolean.TRUE.equals(trace.holds()));
                if (walked != fired.contains(pair) || traced != fired.contains(pair)) {
                    disagreements.add("%s: session %s, walk %s, trace %s%n%s"
                            .formatted(
                                    pair,
                                    fired.contains(pair),
                                    walked,
                                    traced,
                                    draw.conditions(logic.rule().id())));
                }
            });
        }
        assertThat(disagreements).isEmpty();
    }

    /** Else the comparison would compare nothing. */
    @Test
    void everyFormIsSeenToHoldAndSeenNotTo() throws IOException {
        RuleBook rules = Draw.NESTED.judged().rules();
        Judgement judgement = Draw.NESTED.judged().judgement();
        for (RuleCondition.Kind kind : RuleCondition.Kind.values()) {
            Set<Boolean> seen = new HashSet<>();
            for (RuleLogic logic : rules.logic()) {
                Walk.over(logic, new Facts(FACTS), (condition, holds) -> {
                    if (condition.kind() == kind) {
                        seen.add(holds);
                    }
                });
            }
            assertThat(seen).as("%s", kind).containsExactlyInAnyOrder(true, false);
        }
        long speaking =
                judgement.firings().stream().map(Firing::rule).distinct().count();
        assertThat(speaking).isBetween(FILES * RULES_OF_A_FILE / 6L, FILES * RULES_OF_A_FILE * 3L / 4);
    }

    private static List<RuleLogic> drawn(RuleBook rules) {
        return rules.logic().stream()
                .filter(logic -> logic.rule().file().startsWith("drawn"))
                .toList();
    }

    private static List<Candidate> candidates() {
        return FACTS.stream()
                .filter(Candidate.class::isInstance)
                .map(Candidate.class::cast)
                .toList();
    }

    private static String pair(String rule, Candidate candidate) {
        return rule + " on " + candidate.id();
    }

    private static long seed(int file, int rule) {
        return 1000L * file + rule;
    }

    private static String file(Draw draw, int file) {
        StringBuilder text =
                new StringBuilder("""
                // Drawn: by chance? 抽取的吗？
                """.formatted(file));
        for (int rule = 0; rule < RULES_OF_A_FILE; rule++) {
            text.append(rule("drawn" + file, "r" + rule, draw.conditions.apply(seed(file, rule))));
        }
        return text.toString();
    }

    private static String rule(String topic, String name, String conditions) {
        return """

                rule "%1$s/%2$s"
                    @source("nobody-2025")
                    @en("so it is")
                    @zh("如此")
                when
                %3$sthen
                    insertLogical(Finding.note($candidate));
                end
                """
                .formatted(topic, name, conditions);
    }
}
