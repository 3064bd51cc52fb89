package advisor.rules.check;

import java.util.HashSet;
import java.util.Set;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Type;

/**
 * What a compiled class names: all that stands in its constant pool (JVM specification, 4.4), whether or not any code
 * uses it.
 */
public final class ClassFile {
    private static final int CLASS = 7;
    private static final int FIELD = 9;
    private static final int METHOD = 10;
    private static final int INTERFACE_METHOD = 11;
    private static final int NAME_AND_TYPE = 12;
    private static final int METHOD_TYPE = 16;
    private static final int INVOKE_DYNAMIC = 18;

    private final ClassReader reader;
    private final char[] buffer;
    private final Set<String> types = new HashSet<>();
    private final Set<Member> members = new HashSet<>();
    private final Set<String> linked = new HashSet<>();

    private ClassFile(ClassReader reader) {
        this.reader = reader;
        this.buffer = new char[reader.getMaxStringLength()];
        for (int i = 1; i < reader.getItemCount(); i++) {
            entry(reader.getItem(i));
        }
    }

    /** A field or method of a class. */
    public record Member(String type, String name) {
        static Member of(String owner, String name) {
            return new Member(element(Type.getObjectType(owner)), name);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Member that && that.type.equals(type) && that.name.equals(name);
        }

        @Override
        public int hashCode() {
            return 31 * type.hashCode() + name.hashCode();
        }

        @Override
        public String toString() {
            return type + "." + name;
        }
    }

    /** @throws IllegalArgumentException if these are no class file */
    public static ClassFile read(byte[] bytes) {
        try {
            return new ClassFile(new ClassReader(bytes));
        } catch (IndexOutOfBoundsException | NegativeArraySizeException e) {
            throw new IllegalArgumentException("The bytes are no class file.", e);
        }
    }

    /** The members that the code may use. */
    public Set<Member> members() {
        return members;
    }

    /** The classes that it names, in code or in the types of what it uses; no arrays, but what they hold. */
    public Set<String> types() {
        return types;
    }

    /** What the code links when it runs, by name and descriptor: lambdas, and texts put together of values. */
    public Set<String> linked() {
        return linked;
    }

    /** Goes through its methods. */
    void accept(ClassVisitor visitor) {
        reader.accept(visitor, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    }

    /** @param at where the entry's content begins; 0 for the second place of a long or double constant */
    private void entry(int at) {
        IntConsumer read =
                switch (at == 0 ? 0 : reader.readByte(at - 1)) {
                    case CLASS -> this::type;
                    case FIELD, METHOD, INTERFACE_METHOD -> this::member;
                    case NAME_AND_TYPE -> this::nameAndType;
                    case METHOD_TYPE -> this::methodType;
                    case INVOKE_DYNAMIC -> this::link;
                    default -> ignored -> {};
                };
        read.accept(at);
    }

    private void type(int at) {
        addElement(Type.getObjectType(reader.readUTF8(at, buffer)));
    }

    private void member(int at) {
        int nameAndType = reader.getItem(reader.readUnsignedShort(at + Short.BYTES));
        members.add(Member.of(reader.readClass(at, buffer), reader.readUTF8(nameAndType, buffer)));
    }

    private void nameAndType(int at) {
        addTypes(reader.readUTF8(at + Short.BYTES, buffer));
    }

    private void methodType(int at) {
        addTypes(reader.readUTF8(at, buffer));
    }

    private void link(int at) {
        int nameAndType = reader.getItem(reader.readUnsignedShort(at + Short.BYTES));
        linked.add(reader.readUTF8(nameAndType, buffer) + reader.readUTF8(nameAndType + Short.BYTES, buffer));
    }

    private void addTypes(String descriptor) {
        Type type = Type.getType(descriptor);
        if (type.getSort() == Type.METHOD) {
            addElement(type.getReturnType());
            for (Type argument : type.getArgumentTypes()) {
                addElement(argument);
            }
        } else {
            addElement(type);
        }
    }

    private void addElement(Type type) {
        String element = element(type);
        if (!element.isEmpty()) {
            types.add(element);
        }
    }

    /** The class itself, or that of an array's elements; empty for primitives and arrays of them. */
    private static String element(Type type) {
        Type element = type.getSort() == Type.ARRAY ? type.getElementType() : type;
        return element.getSort() == Type.OBJECT ? element.getClassName() : "";
    }
}
