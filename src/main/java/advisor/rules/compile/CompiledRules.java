package advisor.rules.compile;

import advisor.rules.check.ClassFile;
import advisor.rules.check.HostGuard;
import advisor.rules.check.MethodCode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.drools.model.Model;
import org.jspecify.annotations.Nullable;

/** The compiled form of one rule file: class files by name, and which of them are rule models. */
public record CompiledRules(Map<String, byte[]> classes, List<String> modelClasses) {
    /** The names that Drools gives to what it makes of rules; a class that a rule declares has another. */
    private static final Pattern GENERATED = Pattern.compile("rules\\.\\w+\\."
            + "(Rules[0-9A-F]{32}(RuleMethods\\d+)?|DomainClassesMetadata[0-9A-F]{32}(\\$\\w+_Metadata)?"
            + "|P[0-9A-F]{2}\\.Lambda(Predicate|Extractor|Consequence)[0-9A-F]{32})");

    /** How the generated code tells of a property that it does not know, and how it makes accumulators. */
    private static final Set<String> LINKED = Set.of(
            "makeConcatWithConstants(Ljava/lang/String;)Ljava/lang/String;", "get()Ljava/util/function/Supplier;");

    /** Fresh instances of the models, loaded apart from every other file's. */
    public List<Model> models(ClassLoader parent) {
        ClassLoader loader = new RuleClassLoader(classes, parent);
        return modelClasses.stream().map(name -> instance(loader, name)).toList();
    }

    private static Model instance(ClassLoader loader, String name) {
        try {
            return (Model) loader.loadClass(name).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The compiled rules (%s) do not load.".formatted(name), e);
        }
    }

    /** What the code names or does and must not: classes, or members as {@code class.member}, or in words; sorted. */
    Set<String> forbidden() {
        Set<String> types = new HashSet<>();
        Set<ClassFile.Member> members = new HashSet<>();
        Set<String> forbidden = new TreeSet<>();
        for (Map.Entry<String, byte[]> entry : classes.entrySet()) {
            ClassFile file = ClassFile.read(entry.getValue());
            types.addAll(file.types());
            members.addAll(file.members());
            forbidden.addAll(forbidden(entry.getKey(), file));
        }
        types.stream().filter(type -> !isOwn(type) && !HostGuard.mayName(type)).forEach(forbidden::add);
        members.stream()
                .filter(member -> !isOwn(member.type()) && !HostGuard.mayUse(member.type(), member.name()))
                .map(ClassFile.Member::toString)
                .forEach(forbidden::add);
        return forbidden;
    }

    private static Set<String> forbidden(String name, ClassFile file) {
        Set<String> forbidden = new HashSet<>();
        if (!GENERATED.matcher(name).matches()) {
            forbidden.add("a class of its own");
        }
        MethodCode code = MethodCode.of(file);
        if (code.loops()) {
            forbidden.add("a loop");
        }
        if (!LINKED.containsAll(file.linked())) {
            forbidden.add("a lambda or a text joined with a value");
        }
        if (!RuleStatements.areSound(name, file, code)) {
            forbidden.add("a finding but in its consequence, or more than one");
        }
        return forbidden;
    }

    /** The factory of the finding that each consequence states, by the name of its class. */
    public Map<String, String> statements() {
        return RuleStatements.of(classes);
    }

    private boolean isOwn(String type) {
        return classes.containsKey(type);
    }

    /** Defines the classes of one rule file, and gives them no others than rules may name. */
    private static final class RuleClassLoader extends ClassLoader {
        private final Map<String, byte[]> classes;

        RuleClassLoader(Map<String, byte[]> classes, ClassLoader parent) {
            super(parent);
            this.classes = classes;
        }

        /** Own classes are not looked for elsewhere: that would open every jar of the class path. */
        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (classes.containsKey(name)) {
                synchronized (getClassLoadingLock(name)) {
                    Class<?> known = findLoadedClass(name);
                    return known == null ? findClass(name) : known;
                }
            }
            if (!HostGuard.mayName(name)) {
                throw new ClassNotFoundException("%s is not for rules".formatted(name));
            }
            return super.loadClass(name, resolve);
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = classes.get(name);
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
        }

        @Override
        public java.io.@Nullable InputStream getResourceAsStream(String name) {
            byte[] bytes = name.endsWith(".class")
                    ? classes.get(
                            name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                    : null;
            return bytes == null ? super.getResourceAsStream(name) : new java.io.ByteArrayInputStream(bytes);
        }
    }
}
