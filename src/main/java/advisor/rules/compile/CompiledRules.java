package advisor.rules.compile;

import advisor.rules.check.ClassFile;
import advisor.rules.check.HostGuard;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.drools.model.Model;
import org.jspecify.annotations.Nullable;

/** The compiled form of one rule file: class files by name, and which of them are rule models. */
public record CompiledRules(Map<String, byte[]> classes, List<String> modelClasses) {

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

    /** What the code names and must not: classes, or members as {@code class.member}; sorted. */
    Set<String> forbidden() {
        Set<String> types = new HashSet<>();
        Set<ClassFile.Member> members = new HashSet<>();
        for (byte[] bytes : classes.values()) {
            ClassFile file = ClassFile.read(bytes);
            types.addAll(file.types());
            members.addAll(file.members());
        }
        Set<String> forbidden = new TreeSet<>();
        types.stream().filter(type -> !isOwn(type) && !HostGuard.mayName(type)).forEach(forbidden::add);
        members.stream()
                .filter(member -> !isOwn(member.type()) && !HostGuard.mayUse(member.type(), member.name()))
                .map(ClassFile.Member::toString)
                .forEach(forbidden::add);
        return forbidden;
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
