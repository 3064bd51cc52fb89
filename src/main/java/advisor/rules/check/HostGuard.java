package advisor.rules.check;

import advisor.rules.text.FactTypes;
import java.util.Set;

/**
 * What the compiled code of a rule may name. A guard rail against mistakes and casual abuse, no sandbox: a rule can still
 * loop for ever or fill the memory.
 */
public final class HostGuard {
    /** Packages of which every class may be named, beside those of facts. */
    private static final Set<String> PACKAGES = Set.of("java.math", "java.time", "java.time.format");

    private static final Set<String> CLASSES = Set.of(
            "java.lang.Object",
            "java.lang.String",
            "java.lang.CharSequence",
            "java.lang.Comparable",
            "java.lang.Iterable",
            "java.lang.Number",
            "java.lang.Boolean",
            "java.lang.Character",
            "java.lang.Byte",
            "java.lang.Short",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Float",
            "java.lang.Double",
            "java.lang.Math",
            "java.lang.Enum",
            "java.lang.Record",
            "java.lang.Void",
            "java.lang.Throwable",
            "java.lang.Exception",
            "java.lang.RuntimeException",
            "java.lang.ArithmeticException",
            "java.lang.IllegalArgumentException",
            "java.lang.IllegalStateException",
            "java.lang.NullPointerException",
            "java.lang.NoSuchFieldError",
            "java.lang.MatchException",
            "java.lang.StringBuilder",
            "java.util.Arrays",
            "java.util.ArrayList",
            "java.util.Collection",
            "java.util.Collections",
            "java.util.Comparator",
            "java.util.HashMap",
            "java.util.HashSet",
            "java.util.Iterator",
            "java.util.LinkedHashMap",
            "java.util.LinkedHashSet",
            "java.util.List",
            "java.util.Map",
            "java.util.Map$Entry",
            "java.util.Objects",
            "java.util.Optional",
            "java.util.Set",
            "java.util.SortedMap",
            "java.util.SortedSet",
            "java.util.TreeMap",
            "java.util.TreeSet",
            "java.util.regex.Matcher",
            "java.util.regex.Pattern");

    /** What Drools and the Java compiler themselves put into the code of a rule. */
    private static final Set<String> GENERATED = Set.of(
            "java.lang.Class",
            "java.lang.invoke.CallSite",
            "java.lang.invoke.LambdaMetafactory",
            "java.lang.invoke.MethodHandle",
            "java.lang.invoke.MethodHandles",
            "java.lang.invoke.MethodHandles$Lookup",
            "java.lang.invoke.MethodType",
            "java.lang.invoke.SerializedLambda",
            "java.lang.invoke.StringConcatFactory",
            "java.io.Serializable",
            "java.util.function.Supplier",
            "org.drools.model.BitMask",
            "org.drools.model.DSL",
            "org.drools.model.Drools",
            "org.drools.model.DomainClassMetadata",
            "org.drools.model.Global",
            "org.drools.model.Index",
            "org.drools.model.Index$ConstraintType",
            "org.drools.model.Model",
            "org.drools.model.Query",
            "org.drools.model.Rule",
            "org.drools.model.RuleItemBuilder",
            "org.drools.model.TypeMetaData",
            "org.drools.model.Variable",
            "org.drools.model.WindowReference",
            "org.drools.core.rule.consequence.KnowledgeHelper",
            "org.drools.modelcompiler.consequence.DroolsImpl",
            "org.drools.util.DateUtils",
            "org.kie.api.runtime.rule.FactHandle",
            "java.lang.System",
            "java.util.Locale");

    /** Members that Drools puts in, of classes which a rule must not use otherwise. */
    private static final Set<String> GENERATED_MEMBERS = Set.of(
            "java.lang.System.arraycopy",
            "java.util.Locale.ENGLISH",
            "org.drools.core.rule.consequence.KnowledgeHelper.insertLogical",
            "org.drools.model.Drools.insertLogical",
            "org.drools.modelcompiler.consequence.DroolsImpl.asKnowledgeHelper",
            "java.lang.invoke.LambdaMetafactory.metafactory",
            "java.lang.invoke.LambdaMetafactory.altMetafactory",
            "java.lang.invoke.StringConcatFactory.makeConcatWithConstants");

    private static final Set<String> GENERATED_PACKAGES = Set.of(
            "org.drools.model",
            "org.drools.core.base.accumulators",
            "org.drools.model.bitmask",
            "org.drools.model.functions.accumulate",
            "org.drools.model.codegen.execmodel.util",
            "org.drools.model.consequences",
            "org.drools.model.functions",
            "org.drools.model.impl",
            "org.drools.model.index",
            "org.drools.model.operators",
            "org.drools.model.view",
            "org.drools.modelcompiler.dsl.pattern",
            "org.drools.modelcompiler.util",
            "org.drools.compiler.kie.builder");

    /** Members that reach the host although their class may be named. */
    private static final Set<String> REFUSED_MEMBERS = Set.of(
            "java.lang.Object.getClass",
            "java.lang.Object.wait",
            "java.lang.Object.notify",
            "java.lang.Object.notifyAll",
            "java.util.Collection.parallelStream",
            "java.util.List.parallelStream",
            "java.util.Set.parallelStream",
            "java.lang.Integer.getInteger",
            "java.lang.Long.getLong",
            "java.lang.Boolean.getBoolean");

    /** Classes that the compiler has to name and of which a rule may use nothing else. */
    private static final Set<String> BARRED = Set.of(
            "java.lang.Class",
            "java.lang.System",
            "java.util.Locale",
            "org.drools.core.rule.consequence.KnowledgeHelper",
            "org.drools.model.Drools",
            "org.drools.modelcompiler.consequence.DroolsImpl");

    private HostGuard() {}

    /** Whether a rule file may import a class. */
    static boolean mayImport(String type) {
        return isFact(type);
    }

    /** Whether compiled code of a rule may name a class at all. */
    public static boolean mayName(String type) {
        return isFact(type) || GENERATED.contains(type) || isIn(GENERATED_PACKAGES, type);
    }

    /** Whether compiled code of a rule may use a member; the compiler's own uses are among the allowed. */
    public static boolean mayUse(String type, String member) {
        if (GENERATED_MEMBERS.contains(type + "." + member)) {
            return true;
        }
        return !BARRED.contains(type)
                && (!type.startsWith("java.lang.invoke.") || type.endsWith(".SerializedLambda"))
                && mayName(type)
                && !REFUSED_MEMBERS.contains(type + "." + member)
                && !isClock(member);
    }

    private static boolean isClock(String member) {
        return member.equals("now");
    }

    private static boolean isFact(String type) {
        return CLASSES.contains(type) || isIn(PACKAGES, type) || isIn(FactTypes.packages(), type);
    }

    /** Whether a class, nested or not, is in one of the packages themselves. */
    private static boolean isIn(Set<String> packages, String type) {
        for (String name : packages) {
            int dot = name.length();
            if (type.length() > dot + 1
                    && type.charAt(dot) == '.'
                    && Character.isUpperCase(type.charAt(dot + 1))
                    && type.startsWith(name)) {
                return true;
            }
        }
        return false;
    }
}
