package advisor.rules;

import advisor.rules.check.PlaceholderTypes;
import advisor.rules.check.RuleParser;
import advisor.rules.compile.CompiledRules;
import advisor.rules.compile.PreparedRules;
import advisor.rules.compile.RuleCompiler;
import advisor.rules.compile.RuleStore;
import advisor.rules.compile.StatedKinds;
import advisor.rules.explain.LogicReader;
import advisor.rules.explain.RuleLogic;
import advisor.rules.session.KnownRules;
import advisor.rules.session.RuleBases;
import advisor.rules.text.Check;
import advisor.rules.text.Fault;
import advisor.rules.text.Faults;
import advisor.rules.text.RuleDefinition;
import advisor.rules.text.RuleFile;
import advisor.rules.text.RuleFiles;
import advisor.rules.text.RuleFolder;
import advisor.rules.text.RuleTexts;
import advisor.text.Fingerprint;
import advisor.text.Layers;
import advisor.text.LoadException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.drools.model.Model;
import org.drools.model.Rule;
import org.jspecify.annotations.Nullable;

/** Turns rule files into a rule book, or into all that is wrong with them. */
public final class RuleLoader {
    /** Faults of a file by which the compiler would only say the same again, or worse. */
    private static final Set<Check> NOT_COMPILED =
            EnumSet.of(Check.COMPILE, Check.DUPLICATE, Check.FINDING, Check.PACKAGE);

    private final RuleCompiler compiler;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, RuleDefinition> byId = new HashMap<>();
    private final Map<String, RuleDefinition> byKey = new HashMap<>();
    private final List<RuleLogic> logic = new ArrayList<>();
    private final List<Model> models = new ArrayList<>();
    private final Fingerprint fingerprint = new Fingerprint();

    private RuleLoader(RuleCompiler compiler) {
        this.compiler = compiler;
    }

    /**
     * Reads and compiles the rule files of a folder.
     *
     * @throws LoadException with every problem of every file
     */
    public static RuleBook load(Path folder, RuleCompiler compiler) {
        return load(Layers.ofRules(folder), compiler);
    }

    /**
     * As {@link #load(Path, RuleCompiler)}, of folders one over the other.
     *
     * @throws LoadException with every problem of every file
     */
    public static RuleBook load(Layers layers, RuleCompiler compiler) {
        return tryLoad(RuleFolder.read(layers), compiler).orThrow();
    }

    /**
     * Compiles rule files that were read before.
     *
     * @throws LoadException with every problem of every file
     */
    public static RuleBook of(RuleTexts texts, RuleCompiler compiler) {
        return tryLoad(RuleFiles.of(texts), compiler).orThrow();
    }

    /**
     * Reads and compiles the rule files of folders, and says all that is wrong with them.
     *
     * @throws LoadException if there is no such folder, or no rule file in it
     */
    public static LoadedRules tryLoad(Layers layers, RuleCompiler compiler) {
        return tryLoad(RuleFolder.read(layers), compiler);
    }

    /**
     * What rule files cite, read without compiling them; {@code null} if they cannot be read.
     *
     * @throws LoadException if there is no such folder, or no rule file in it
     */
    public static @Nullable Set<String> cited(Layers layers) {
        RuleFiles contents = RuleFolder.read(layers);
        List<Fault> faults = new ArrayList<>(contents.faults());
        Set<String> cited = new TreeSet<>();
        for (RuleFile file : contents.files()) {
            Faults ofFile = new Faults(file);
            RuleParser.parse(file, ofFile).forEach(rule -> cited.addAll(rule.sources()));
            faults.addAll(ofFile.all());
        }
        return faults.stream().anyMatch(fault -> fault.check().stopsLoading()) ? null : cited;
    }

    /** Compiles rule files, and says all that is wrong with them. */
    public static LoadedRules tryLoad(RuleFiles contents, RuleCompiler compiler) {
        return new RuleLoader(compiler).load(contents);
    }

    private LoadedRules load(RuleFiles contents) {
        faults.addAll(contents.faults());
        contents.files().forEach(this::add);
        boolean sound = faults.stream().noneMatch(fault -> fault.check().stopsLoading());
        RuleBook book =
                sound ? new RuleBook(logic, new RuleBases(models, byKey), fingerprint.hex(), contents.texts()) : null;
        return new LoadedRules(book, contents, faults.stream().sorted().toList());
    }

    private void add(RuleFile file) {
        fingerprint.add(file.name()).add(file.text());
        RuleStore.Loaded kept = compiler.store().read(file);
        if (kept == null) {
            prepare(file);
        } else {
            take(kept, file);
        }
    }

    /** What was stored has passed every check of a file by itself. */
    private void take(RuleStore.Loaded kept, RuleFile file) {
        Faults ofFile = new Faults(file);
        ofFile.addAll(kept.prepared().faults());
        kept.prepared().rules().forEach(rule -> register(rule, ofFile));
        add(kept.models(), kept.prepared().rules(), file);
        faults.addAll(ofFile.all());
    }

    private void prepare(RuleFile file) {
        Faults ofFile = new Faults(file);
        List<RuleDefinition> rules = RuleParser.parse(file, ofFile);
        rules.forEach(rule -> register(rule, ofFile));
        CompiledRules compiled = isCompilable(rules, ofFile) ? compiler.compile(file, rules, ofFile) : null;
        List<Model> ofRules = compiled == null ? List.of() : compiled.models(RuleLoader.class.getClassLoader());
        add(ofRules, rules, file);
        if (compiled != null) {
            new StatedKinds(compiled, rules, ofFile).check(ofRules);
        }
        logic.stream().filter(rule -> rule.rule().file().equals(file.name())).forEach(rule -> checkTypes(rule, ofFile));
        if (compiled != null
                && ofFile.all().stream().noneMatch(fault -> fault.check().stopsLoading())) {
            compiler.store()
                    .write(file, new RuleStore.Loaded(new PreparedRules(rules, ofFile.all(), compiled), ofRules));
        }
        faults.addAll(ofFile.all());
    }

    private static boolean isCompilable(List<RuleDefinition> rules, Faults ofFile) {
        return !rules.isEmpty()
                && ofFile.all().stream()
                        .noneMatch(fault -> NOT_COMPILED.contains(fault.check())
                                || fault.check() == Check.FORBIDDEN
                                        && fault.rule().isEmpty());
    }

    private static void checkTypes(RuleLogic rule, Faults ofFile) {
        PlaceholderTypes.check(rule.rule(), rule.boundTypes(), ofFile);
        if (ofFile.all().stream().noneMatch(fault -> fault.check() == Check.FORBIDDEN)) {
            rule.unexplained().forEach(form -> addUnexplained(rule.rule(), form, ofFile));
        }
        rule.comparisons().stream()
                .filter(comparison -> !comparison.makesSense())
                .forEach(comparison -> ofFile.addAt(
                        Check.COMPILE,
                        rule.rule().id(),
                        RuleFile.Span.of(rule.rule()),
                        comparison.text(),
                        "The condition (%s) can never hold: it compares %s with %s."
                                .formatted(
                                        comparison.text(),
                                        comparison.left().getSimpleName(),
                                        comparison.right().getSimpleName()),
                        ""));
    }

    private static void addUnexplained(RuleDefinition rule, String form, Faults ofFile) {
        ofFile.addAt(
                Check.UNEXPLAINED,
                rule.id(),
                RuleFile.Span.of(rule),
                "when",
                "The conditions of the rule (%s) cannot be explained one by one: %s.".formatted(rule.id(), form),
                "Use patterns, and, or, not, exists, forall of one pattern, from, and accumulate over patterns.");
    }

    private void add(List<Model> compiled, List<RuleDefinition> rules, RuleFile file) {
        rules.forEach(rule -> byKey.put(KnownRules.key(file.packageName(), rule.id()), rule));
        compiled.forEach(model -> add(model, file));
    }

    private void add(Model model, RuleFile file) {
        models.add(model);
        for (Rule rule : model.getRules()) {
            RuleDefinition definition = byKey.get(KnownRules.key(file.packageName(), rule.getName()));
            if (definition != null) {
                logic.add(LogicReader.read(rule, definition, file.lines()));
            }
        }
    }

    private void register(RuleDefinition rule, Faults ofFile) {
        RuleDefinition other = byId.putIfAbsent(rule.id(), rule);
        if (other != null) {
            ofFile.addAt(
                    Check.DUPLICATE,
                    rule.id(),
                    RuleFile.Span.of(rule),
                    rule.id(),
                    "The id (%s) is already the one of the rule at %s.".formatted(rule.id(), other.place()),
                    "");
        }
    }
}
