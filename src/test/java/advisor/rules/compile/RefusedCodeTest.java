package advisor.rules.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import advisor.facts.Candidate;
import advisor.facts.Finding;
import advisor.rules.check.PlaceholderTypes;
import advisor.rules.check.RuleParser;
import advisor.rules.session.ShownValues;
import advisor.rules.text.Check;
import advisor.rules.text.Fault;
import advisor.rules.text.Faults;
import advisor.rules.text.RuleDefinition;
import advisor.rules.text.RuleFile;
import advisor.text.Text;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.codegen.ExecutableModelProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;

/** Attempts on what a rule must not do, by kind of attempt and by its place in a rule: each must be refused. */
class RefusedCodeTest {
    private static final String FINDING = "insertLogical(Finding.note($candidate));";

    /** An expression, and how a refusal of its compiled form names it. */
    record Attempt(String expression, String names) {
        /** What is bound must throw no checked exception: the compiler refuses it. */
        boolean throwsChecked() {
            return expression.contains("Class.forName") || expression.contains("javaSourceNameToClass");
        }
    }

    private static Attempt of(String expression, String names) {
        return new Attempt(expression, names);
    }

    private static final List<Attempt> ATTEMPTS = List.of(
            // the clock
            of("java.time.LocalDate.now()", "java.time.LocalDate.now"),
            of("java.time.LocalDateTime.now()", "java.time.LocalDateTime.now"),
            of("java.time.LocalTime.now()", "java.time.LocalTime.now"),
            of("java.time.Instant.now()", "java.time.Instant.now"),
            of("java.time.ZonedDateTime.now()", "java.time.ZonedDateTime.now"),
            of("java.time.OffsetDateTime.now()", "java.time.OffsetDateTime.now"),
            of("java.time.Year.now()", "java.time.Year.now"),
            of("java.time.YearMonth.now()", "java.time.YearMonth.now"),
            of("java.time.MonthDay.now()", "java.time.MonthDay.now"),
            of("java.time.chrono.JapaneseDate.now()", "java.time.chrono.JapaneseDate.now"),
            of("java.time.Clock.systemUTC().millis()", "java.time.Clock.systemUTC"),
            of("java.time.Clock.systemDefaultZone().instant()", "java.time.Clock.systemDefaultZone"),
            of("java.time.InstantSource.system().instant()", "java.time.InstantSource.system"),
            of("java.time.ZoneId.systemDefault()", "java.time.ZoneId.systemDefault"),
            of("System.currentTimeMillis()", "java.lang.System.currentTimeMillis"),
            of("System" + ".nanoTime()", "java.lang.System.nanoTime"),
            of("new java.util.Date()", "java.util.Date.<init>"),
            of("java.util.Calendar.getInstance()", "java.util.Calendar.getInstance"),
            of("java.util.TimeZone.getDefault()", "java.util.TimeZone.getDefault"),
            of("java.util.Locale.getDefault()", "java.util.Locale.getDefault"),
            // chance
            of("Math.random()", "java.lang.Math.random"),
            of("StrictMath.random()", "java.lang.StrictMath.random"),
            of("java.util.UUID.randomUUID()", "java.util.UUID.randomUUID"),
            of("new java.util.Random()", "java.util.Random.<init>"),
            of("java.util.concurrent.ThreadLocalRandom.current()", "java.util.concurrent.ThreadLocalRandom.current"),
            of("new java.security.SecureRandom()", "java.security.SecureRandom.<init>"),
            // what tells equal objects apart
            of("System.identityHashCode($candidate)", "java.lang.System.identityHashCode"),
            of("$candidate.hashCode()", "advisor.facts.Candidate.hashCode"),
            of("$candidate.toString()", "advisor.facts.Candidate.toString"),
            of("new Object().hashCode()", "java.lang.Object.hashCode"),
            of("new Object().toString()", "java.lang.Object.toString"),
            of("String.valueOf($candidate)", "java.lang.String.valueOf"),
            of("java.util.Objects.hash($candidate)", "java.util.Objects.hash"),
            of("java.util.Objects.toString($candidate)", "java.util.Objects.toString"),
            of("java.util.Arrays.asList($candidate).iterator()", "java.util.List.iterator"),
            // state and repetition
            of("new java.util.ArrayList()", "java.util.ArrayList.<init>"),
            of("new java.util.concurrent.atomic.AtomicInteger()", "java.util.concurrent.atomic.AtomicInteger.<init>"),
            of("new StringBuilder()", "java.lang.StringBuilder.<init>"),
            of("java.util.Collections.nCopies(1, \"x\")", "java.util.Collections.nCopies"),
            of("java.util.stream.IntStream.range(0, 1)", "java.util.stream.IntStream.range"),
            of("java.util.Arrays.asList($candidate).stream()", "java.util.List.stream"),
            of("\"x\".repeat(1)", "java.lang.String.repeat"),
            of("\"x\".chars()", "java.lang.String.chars"),
            of("String.format(\"%1000000000d\", 1)", "java.lang.String.format"),
            of("new java.math.BigInteger(\"9\").pow(1)", "java.math.BigInteger.pow"),
            of("new java.math.BigDecimal(\"9\").pow(1)", "java.math.BigDecimal.pow"),
            // the host
            of("Class.forName(\"java.lang.Runtime\")", "java.lang.Class.forName"),
            of("$candidate.getClass()", "java.lang.Object.getClass"),
            of("Runtime.getRuntime()", "java.lang.Runtime.getRuntime"),
            of("System.getenv(\"PATH\")", "java.lang.System.getenv"),
            of("System.getProperty(\"user.home\")", "java.lang.System.getProperty"),
            of("Integer.getInteger(\"x\")", "java.lang.Integer.getInteger"),
            of("Long.getLong(\"x\")", "java.lang.Long.getLong"),
            of("Boolean.getBoolean(\"x\")", "java.lang.Boolean.getBoolean"),
            of("Thread.currentThread()", "java.lang.Thread.currentThread"),
            of("ClassLoader.getSystemClassLoader()", "java.lang.ClassLoader.getSystemClassLoader"),
            of("new java.io.File(\"x\")", "java.io.File.<init>"),
            of("java.nio.file.Path.of(\"x\")", "java.nio.file.Path.of"),
            of("java.lang.invoke.MethodHandles.lookup()", "java.lang.invoke.MethodHandles.lookup"),
            of("new Exception(\"x\")", "java.lang.Exception.<init>"),
            of("advisor.text.AdvisorVersion.class", "advisor.text.AdvisorVersion"),
            of("advisor.rules.check.HostGuard.mayName(\"x\")", "advisor.rules.check.HostGuard.mayName"),
            of(
                    "org.drools.modelcompiler.util.ClassUtil.javaSourceNameToClass(\"x\")",
                    "org.drools.modelcompiler.util.ClassUtil.javaSourceNameToClass"),
            of(
                    "org.drools.modelcompiler.util.ClassUtil.getAccessibleProperties(String.class)",
                    "org.drools.modelcompiler.util.ClassUtil.getAccessibleProperties"),
            of("org.drools.util.ClassUtils.isWindows()", "org.drools.util.ClassUtils.isWindows"),
            // a finding of another kind
            of("Finding.blocker($candidate)", "a finding but in its consequence, or more than one"));

    /** Where an expression may stand in a condition. */
    static List<String> conditions() {
        return List.of(
                "Candidate( java.util.Objects.nonNull(%s) )",
                "Candidate( $value : (java.util.Objects.nonNull(%s)) )",
                "not Candidate( option.purchased, java.util.Objects.isNull(%s) )",
                "exists ( Request( ) and Parameter( java.util.Objects.nonNull(%s) ) )",
                "accumulate( Parameter( $value : (java.util.Objects.nonNull(%s)) ); $count : count($value) )",
                "Request( waits, fp8 == Fp8Demand.NATIVE || java.util.Objects.nonNull(%s) )");
    }

    /** Where an expression may stand in a consequence, beside the finding or within it. */
    static List<String> consequences() {
        return List.of(
                "Object value = %s; " + FINDING,
                FINDING + " Object value = %s;",
                "insertLogical(Finding.note($candidate, %s));",
                "insertLogical(Finding.note($candidate, (Object) (%s)));",
                "insertLogical(java.util.Objects.nonNull(%s) ? Finding.note($candidate) : null);",
                "if (java.util.Objects.nonNull(%s)) { " + FINDING + " }",
                "while (java.util.Objects.nonNull(%s)) { } " + FINDING,
                "class Own { static Object value = %s; } " + FINDING,
                "interface Own { Object VALUE = %s; } " + FINDING,
                "new Object() { Object value = %s; }; " + FINDING,
                "java.util.function.Supplier<Object> late = () -> %s; " + FINDING,
                "/* insertLogical( */ Object value = %s; // \n" + FINDING);
    }

    @ParameterizedTest
    @MethodSource("conditions")
    void noConditionMayUseThem(String place) {
        StringBuilder rules = new StringBuilder();
        List<Attempt> attempts = ATTEMPTS.stream()
                .filter(attempt -> !place.contains("$value") || !attempt.throwsChecked())
                .toList();
        for (int i = 0; i < attempts.size(); i++) {
            rules.append(rule("r" + i, place.formatted(attempts.get(i).expression()), FINDING));
        }
        Set<String> forbidden = compile(rules.toString()).forbidden();
        assertThat(attempts).extracting(Attempt::names).allMatch(forbidden::contains);
    }

    @ParameterizedTest
    @MethodSource("consequences")
    void noConsequenceMayUseThem(String place) {
        for (Attempt attempt : ATTEMPTS) {
            assertThat(faults(rule("r", "", place.formatted(attempt.expression()))))
                    .as(place + attempt)
                    .extracting(Fault::check)
                    .contains(Check.FINDING);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Finding/**/.blocker(\"r\", $candidate); insertLogical(Finding.note($candidate));",
                "insertLogical(Finding.note($candidate)); insertLogical(Finding/**/.blocker($candidate));",
                "insertLogical(Finding.note($candidate)); insertLogical(advisor.facts.Finding\n.blocker($candidate));",
                "interface Two { Finding state(String id, Candidate of, Object... about); } Two two = Finding::blocker; "
                        + "insertLogical(two.state(\"r\", $candidate)); insertLogical(Finding.note($candidate));",
                "insertLogical(Finding.note($candidate)); drools.halt();",
                "insertLogical(Finding.note($candidate));;",
                "{ insertLogical(Finding.note($candidate)); }",
                "for (;;) insertLogical(Finding.note($candidate));",
                "insertLogical((Finding) Finding.note($candidate));",
                "insert(Finding.note($candidate));",
                "drools.insertLogical(Finding.note($candidate));",
                "insertLogical(Finding.note(null));",
                "insertLogical(Finding.note());",
                "insertLogical(new Finding.OnCandidate(\"r\", Finding.Kind.BLOCKER, $candidate, null));",
                "insertLogical(Finding.note($candidate)); throw new Error();",
                "return;"
            })
    void aConsequenceIsOneStatementOfOneForm(String consequence) {
        assertThat(faults(rule("r", "", consequence))).extracting(Fault::check).contains(Check.FINDING);
    }

    /** The same words would part a rule elsewhere than the engine does. */
    @Test
    void wordsThatPartARuleNameNothingElse() {
        for (String word : List.of("when", "then", "end")) {
            for (String line : List.of(
                    word + " : Candidate( )",
                    "Candidate( " + word + " : id )",
                    "Candidate( $d : id,\n" + word + " : id )",
                    "Candidate( option." + word + " > 7 )",
                    "not Candidate( id ==\n    " + word + " )")) {
                assertThat(faults(rule("r", line, FINDING)))
                        .as(line)
                        .extracting(Fault::check)
                        .contains(Check.SYNTAX);
            }
        }
        assertThat(faults(rule("r", "", FINDING).replace("rule \"x/r\"", "rule 'x/r'")))
                .extracting(Fault::check)
                .contains(Check.SYNTAX);
        assertThat(faults(rule("r", "when : Candidate( option.devices > 7 )", FINDING)
                        .replace("\nwhen\n", " when\n")))
                .isNotEmpty();
        assertThat(faults(rule("r", "", FINDING))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "init( int n = 0; ) action( n++; ) result( n )",
                "init( int n = 0; ) action( while (true) { } ) result( n )",
                "init( java.util.List n = new java.util.ArrayList(); ) action( n.add($v); ) reverse( n.remove($v); ) "
                        + "result( n )"
            })
    void accumulateRunsNoCodeOfItsOwn(String code) {
        String rules = rule("r", "Number( ) from accumulate( Parameter( $v : value ), " + code + " )", FINDING);
        assertThat(faults(rules)).extracting(Fault::check).contains(Check.FORBIDDEN);
    }

    /** Loops, recursion, state and second findings in what a doctored cache may hold. */
    @Test
    void compiledCodeRepeatsNothingAndDeclaresNothing() throws Exception {
        for (Class<?> type : List.of(For.class, While.class, Again.class, Choice.class)) {
            byte[] bytes = bytes(type);
            assertThat(new CompiledRules(Map.of("rules.x.Own", bytes), List.of()).forbidden())
                    .as(type.getName())
                    .contains("a loop", "a class of its own");
        }
        assertThat(new CompiledRules(Map.of("rules.x.Own", bytes(Straight.class)), List.of()).forbidden())
                .doesNotContain("a loop");
    }

    static final class For {
        static int of(int n) {
            int sum = 0;
            for (int i = 0; i < n; i++) {
                sum += i;
            }
            return sum;
        }
    }

    static final class While {
        static long of(long[] n, Object o) {
            while (n[0] > 7_000_000_000L && o != null) {
                n[0]--;
            }
            return n[0];
        }
    }

    static final class Again {
        static int of(int n) {
            return n == 0 ? 0 : of(n - 1);
        }
    }

    static final class Choice {
        static int of(int n) {
            int left = n;
            while (true) {
                switch (left) {
                    case 1:
                        left = 100_000;
                        break;
                    case 2:
                        continue;
                    case 7_000_000:
                        return 3;
                    default:
                        left--;
                }
            }
        }
    }

    static final class Straight {
        static int of(int n, String text) {
            return switch (text) {
                case "one" -> n > 1 ? 1 : 2;
                case "two" -> 3;
                default -> n == 1000 ? 4 : 5;
            };
        }
    }

    /** Placeholders name what FACTS.md lists, and go no further. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "candidate.getClass",
                "candidate.getClass.getProtectionDomain.getCodeSource.getLocation.getPath",
                "candidate.getClass.getProtectionDomain.getCodeSource.getLocation.openStream.readAllBytes",
                "candidate.getClass.getModule.getLayer.modules",
                "candidate.hashCode",
                "candidate.toString",
                "candidate.notify",
                "candidate.notifyAll",
                "candidate.wait",
                "candidate.option.toString",
                "candidate.option.id.getBytes",
                "candidate.option.id.chars",
                "candidate.option.id.hashCode",
                "candidate.option.kind.ordinal",
                "candidate.option.kind.getDeclaringClass",
                "candidate.option.kind.hashCode",
                "candidate.option.countries.stream",
                "candidate.option.countries.parallelStream",
                "candidate.option.countries.iterator",
                "candidate.option.countries.clear",
                "day.now",
                "day.getChronology",
                "day.getClass",
                "any.getClass",
                "any.hashCode",
                "value.doubleValue",
                "count.hashCode"
            })
    void placeholdersFollowListedPropertiesAlone(String path) {
        Faults faults = new Faults(new RuleFile("rules", "x.drl", "rule \"x/r\""));
        Map<String, Class<?>> bound = Map.of(
                "$candidate", Candidate.class, "$day", LocalDate.class, "$any", Object.class, "$value", Double.class);
        PlaceholderTypes.check(definition("says {%s}".formatted(path)), bound, faults);
        assertThat(faults.all()).extracting(Fault::check).containsExactly(Check.PLACEHOLDER_PROPERTY);
        ShownValues shown = ShownValues.of(definition("says {%s}".formatted(path)));
        assertThatThrownBy(() -> shown.of(binding -> LocalDate.EPOCH)).hasMessageContaining("has no property");
    }

    /** What the compiled form states is held against what the text was read to state. */
    @Test
    void aFindingOfAnotherKindThanReadIsAFault() {
        CompiledRules compiled = compile(rule("r", "", FINDING.replace("note", "blocker")));
        Faults faults = new Faults(new RuleFile("rules", "x.drl", "rule \"x/r\""));
        new StatedKinds(compiled, List.of(definition("says something")), faults)
                .check(compiled.models(RefusedCodeTest.class.getClassLoader()));
        assertThat(faults.all()).extracting(Fault::check).containsExactly(Check.FINDING);
    }

    private static RuleDefinition definition(String text) {
        return new RuleDefinition(
                "x/r",
                "rules",
                "x.drl",
                1,
                1,
                Finding.Kind.NOTE,
                0,
                null,
                List.of("advisor-judgement"),
                new Text(text, text),
                null,
                null,
                null,
                List.of());
    }

    private static List<Fault> faults(String rules) {
        RuleFile file = new RuleFile("rules", "x.drl", rules);
        Faults faults = new Faults(file);
        RuleParser.parse(file, faults);
        return faults.all().stream()
                .filter(fault -> fault.check().stopsLoading())
                .toList();
    }

    private static String rule(String name, String condition, String consequence) {
        return """
                rule "x/%s"
                    @source("advisor-judgement")
                    @en("says something")
                    @zh("说明")
                when
                    $candidate : Candidate( )
                    %s
                then
                    %s
                end
                """
                .formatted(name, condition, consequence);
    }

    private static byte[] bytes(Class<?> type) throws Exception {
        try (var in = type.getResourceAsStream("/" + type.getName().replace('.', '/') + ".class")) {
            return java.util.Objects.requireNonNull(in).readAllBytes();
        }
    }

    /** What Drools makes of rules, before any check. */
    private static CompiledRules compile(String rules) {
        KieServices services = KieServices.get();
        KieFileSystem files = services.newKieFileSystem();
        String text = DrlSource.of(new RuleFile("rules", "x.drl", rules));
        files.write(
                "src/main/resources/rules/x.drl",
                services.getResources().newByteArrayResource(text.getBytes(StandardCharsets.UTF_8), "UTF-8"));
        KieBuilder builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
        assertThat(builder.getResults().getMessages(Message.Level.ERROR)).isEmpty();
        InternalKieModule module = (InternalKieModule) builder.getKieModule();
        Map<String, byte[]> classes = new HashMap<>();
        for (String name : module.getFileNames()) {
            if (name.startsWith("rules/") && name.endsWith(".class")) {
                classes.put(name.replace(".class", "").replace('/', '.'), module.getBytes(name));
            }
        }
        services.getRepository().removeKieModule(module.getReleaseId());
        return new CompiledRules(
                classes,
                classes.keySet().stream()
                        .filter(name -> name.matches("rules\\.x\\.Rules[0-9A-F]+"))
                        .toList());
    }
}
