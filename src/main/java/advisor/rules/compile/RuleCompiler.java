package advisor.rules.compile;

import advisor.cache.Cache;
import advisor.rules.text.Faults;
import advisor.rules.text.RuleDefinition;
import advisor.rules.text.RuleFile;
import advisor.rules.text.Segments;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.codegen.ExecutableModelProject;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;

/**
 * Compiles rule files one by one and keeps each compiled form by the hash of its text, so that an edit compiles one
 * file: as long as it lives, and in a cache if it is given one. Safe for several threads.
 */
public final class RuleCompiler {
    private static final String MODEL_LIST_SUFFIX = "drools-model";
    private static final String CLASS_SUFFIX = ".class";
    private static final String PROJECT_CLASSES = "org/drools/project/";

    private final Map<String, CompiledRules> compiled;
    private final AtomicInteger compilations;
    private final RuleStore store;

    /** Compiles whatever was not compiled by it before. */
    public RuleCompiler() {
        this(Cache.NONE);
    }

    /** @param cache of what was compiled by others before, and for what is compiled now */
    public RuleCompiler(Cache cache) {
        this(new ConcurrentHashMap<>(), new AtomicInteger(), new RuleStore(cache));
    }

    private RuleCompiler(Map<String, CompiledRules> compiled, AtomicInteger compilations, RuleStore store) {
        this.compiled = compiled;
        this.compilations = compilations;
        this.store = store;
    }

    /** The same compiler, but nothing that it compiles goes into the cache. */
    public RuleCompiler forDrafts() {
        return new RuleCompiler(compiled, compilations, store.readOnly());
    }

    /** Files that need not be parsed, checked and compiled. */
    public RuleStore store() {
        return store;
    }

    /** How many files were compiled, as against taken from what was kept. */
    public int compilations() {
        return compilations.get();
    }

    /** How many compiled forms are kept. */
    public int kept() {
        return compiled.size();
    }

    /** Drops every compiled form but those kept under some hashes. */
    public void keepOnly(Collection<String> hashes) {
        compiled.keySet().retainAll(hashes);
        store.keepOnly(hashes);
    }

    /** The compiled form of a file, or {@code null} if it may not be run: why is then among {@code faults}. */
    public @Nullable CompiledRules compile(RuleFile file, List<RuleDefinition> rules, Faults faults) {
        String key = file.sha256();
        CompiledRules known = compiled.get(key);
        if (known != null) {
            return known;
        }
        compilations.incrementAndGet();
        Build build = build(file.name(), DrlSource.of(file));
        CompiledRules result = build.rules();
        if (result == null || !result.forbidden().isEmpty()) {
            blame(file, rules, build, faults);
            return null;
        }
        compiled.put(key, result);
        return result;
    }

    /** Either compiled rules or what the compiler says against them. */
    private record Build(@Nullable CompiledRules rules, List<String> errors) {}

    /**
     * Compiles each rule alone, because the compiler does not say which rule is at fault. What it says without any of
     * them is of what could not be read as a rule, and that is told where it was read.
     */
    private static void blame(RuleFile file, List<RuleDefinition> rules, Build whole, Faults faults) {
        int before = faults.size();
        List<String> ofNone =
                build(file.name(), DrlSource.of(only(null, rules, file))).errors();
        for (RuleDefinition rule : rules) {
            Build alone = build(file.name(), DrlSource.of(only(rule, rules, file)));
            List<String> own = alone.errors().stream()
                    .filter(error -> !ofNone.contains(error))
                    .toList();
            new CompileFaults(file, RuleFile.Span.of(rule), rule.id(), faults)
                    .add(own, forbidden(alone), segment -> without(segment, rule, rules, file));
        }
        if (faults.size() == before) {
            RuleFile.Span all = new RuleFile.Span(1, file.lines().size());
            new CompileFaults(file, all, "", faults).add(whole.errors(), forbidden(whole), segment -> whole.errors());
        }
    }

    /** What the compiler says of a rule without one of its constraints. */
    private static List<String> without(
            Segments.Segment segment, RuleDefinition rule, List<RuleDefinition> rules, RuleFile file) {
        StringBuilder text = new StringBuilder(String.join("\n", file.lines()));
        text.replace(
                segment.from(),
                segment.to(),
                "true" + " ".repeat(Math.max(0, segment.text().length() - 4)));
        RuleFile changed = new RuleFile(file.folder(), file.name(), text.toString());
        return build(file.name(), DrlSource.of(only(rule, rules, changed))).errors();
    }

    private static Collection<String> forbidden(Build build) {
        return build.rules() == null ? List.of() : build.rules().forbidden();
    }

    /** The file's text with every other rule blanked out, so that line numbers stay. */
    private static RuleFile only(@Nullable RuleDefinition wanted, List<RuleDefinition> rules, RuleFile file) {
        List<String> lines = new ArrayList<>(file.lines());
        for (RuleDefinition rule : rules) {
            if (rule != wanted) {
                for (int line = rule.line(); line <= Math.min(rule.endLine(), lines.size()); line++) {
                    lines.set(line - 1, "");
                }
            }
        }
        return new RuleFile(file.folder(), file.name(), String.join("\n", lines));
    }

    private static Build build(String name, String text) {
        try {
            return OwnStack.call(() -> built(name, text));
        } catch (ExecutionException e) {
            // Drools throws instead of reporting for some faults of a rule: a text compared with a number, for one.
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            String message = cause instanceof Error ? cause.toString() : String.valueOf(cause.getMessage());
            return new Build(null, List.of(firstLine(message)));
        }
    }

    private static Build built(String name, String text) {
        KieServices services = KieServices.get();
        ReleaseId release = services.newReleaseId("advisor", "rules", "1");
        KieFileSystem files = services.newKieFileSystem();
        files.generateAndWritePomXML(release);
        files.write(
                "src/main/resources/rules/" + name,
                services.getResources().newByteArrayResource(text.getBytes(StandardCharsets.UTF_8), "UTF-8"));
        try {
            KieBuilder builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
            List<String> errors = errors(builder);
            return errors.isEmpty()
                    ? new Build(classes((InternalKieModule) builder.getKieModule()), List.of())
                    : new Build(null, errors);
        } finally {
            services.getRepository().removeKieModule(release);
        }
    }

    private static List<String> errors(KieBuilder builder) {
        return builder.getResults().getMessages(Message.Level.ERROR).stream()
                .map(message -> firstLine(message.getText()))
                .filter(message -> !message.startsWith("Java source of"))
                .distinct()
                .toList();
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("unknown fault");
    }

    private static CompiledRules classes(InternalKieModule module) {
        Map<String, byte[]> classes = new HashMap<>();
        List<String> models = new ArrayList<>();
        for (String name : module.getFileNames()) {
            if (name.endsWith(MODEL_LIST_SUFFIX)) {
                models.addAll(modelNames(module.getBytes(name)));
            } else if (name.endsWith(CLASS_SUFFIX) && !name.startsWith(PROJECT_CLASSES)) {
                classes.put(className(name), module.getBytes(name));
            }
        }
        return new CompiledRules(Map.copyOf(classes), List.copyOf(models));
    }

    /** The model list holds a version line, then one class name a line. */
    private static List<String> modelNames(byte[] list) {
        return new String(list, StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .filter(line -> !line.isBlank())
                .toList();
    }

    private static String className(String fileName) {
        return fileName.substring(0, fileName.length() - CLASS_SUFFIX.length()).replace('/', '.');
    }
}
