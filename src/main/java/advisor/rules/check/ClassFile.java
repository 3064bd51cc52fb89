package advisor.rules.check;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a compiled class names, read from its constant pool (JVM specification, 4.4), and what its code does with it. */
public final class ClassFile {
    private static final int UTF8 = 1;
    private static final int CLASS = 7;
    private static final int FIELD = 9;
    private static final int METHOD = 10;
    private static final int INTERFACE_METHOD = 11;
    private static final int NAME_AND_TYPE = 12;
    private static final int METHOD_HANDLE = 15;
    private static final int METHOD_TYPE = 16;
    private static final int INVOKE_DYNAMIC = 18;

    private static final char UNDECODED = '\uFFFD';

    private final int[] tags;
    private final int[] firsts;
    private final int[] seconds;
    private final @Nullable String[] texts;
    private ByteBuffer body = ByteBuffer.allocate(0);
    private @Nullable Set<Member> members;

    private ClassFile(int size) {
        this.tags = new int[size];
        this.firsts = new int[size];
        this.seconds = new int[size];
        this.texts = new @Nullable String[size];
    }

    /** A field or method of a class. */
    public record Member(String type, String name) {
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
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            in.position(Long.BYTES);
            ClassFile file = new ClassFile(Short.toUnsignedInt(in.getShort()));
            for (int i = 1; i < file.tags.length; i++) {
                file.entry(i, in);
                if (file.takesTwoPlaces(i)) {
                    i++;
                }
            }
            file.body = in.slice();
            return file;
        } catch (BufferUnderflowException | IllegalArgumentException | IOException e) {
            throw new IllegalArgumentException("The bytes are no class file.", e);
        }
    }

    /** What stands behind the constant pool. */
    ByteBuffer body() {
        return body.duplicate();
    }

    /** The class itself. */
    public String name() {
        return className(Short.toUnsignedInt(body.getShort(Short.BYTES)));
    }

    /** What the code links when it runs, by name and descriptor: lambdas, and texts put together of values. */
    public Set<String> linked() {
        Set<String> linked = new HashSet<>();
        for (int i = 1; i < tags.length; i++) {
            if (tags[i] == INVOKE_DYNAMIC) {
                linked.add(text(firsts[seconds[i]]) + text(seconds[seconds[i]]));
            }
        }
        return linked;
    }

    /** The member that an entry stands for. */
    Member member(int index) {
        return new Member(element(className(firsts[index])), text(firsts[seconds[index]]));
    }

    String descriptor(int index) {
        return text(seconds[seconds[index]]);
    }

    /** The members that the code uses. */
    public Set<Member> members() {
        Set<Member> known = members == null ? readMembers() : members;
        members = known;
        return known;
    }

    private Set<Member> readMembers() {
        Set<Member> used = new HashSet<>();
        for (int i = 1; i < tags.length; i++) {
            if (tags[i] == FIELD || tags[i] == METHOD || tags[i] == INTERFACE_METHOD) {
                used.add(member(i));
            }
        }
        return used;
    }

    /** The classes that it names, in code or in the types of what it uses. */
    public Set<String> types() {
        Set<String> types = new HashSet<>();
        for (int i = 1; i < tags.length; i++) {
            switch (tags[i]) {
                case CLASS -> types.add(element(className(i)));
                case NAME_AND_TYPE -> addTypes(text(seconds[i]), types);
                case METHOD_TYPE -> addTypes(text(firsts[i]), types);
                default -> {}
            }
        }
        types.remove("");
        return types;
    }

    private void entry(int index, ByteBuffer in) throws IOException {
        tags[index] = in.get();
        switch (tags[index]) {
            case UTF8 -> texts[index] = utf8(in);
            case CLASS, METHOD_TYPE, 8, 19, 20 -> firsts[index] = Short.toUnsignedInt(in.getShort());
            case METHOD_HANDLE -> {
                firsts[index] = in.get();
                seconds[index] = Short.toUnsignedInt(in.getShort());
            }
            case 5, 6 -> in.getLong();
            case 3, 4 -> in.getInt();
            default -> {
                firsts[index] = Short.toUnsignedInt(in.getShort());
                seconds[index] = Short.toUnsignedInt(in.getShort());
            }
        }
    }

    /** Nearly all is ASCII, which takes no decoding. */
    private static String utf8(ByteBuffer in) throws IOException {
        int start = in.position();
        int length = Short.toUnsignedInt(in.getShort());
        in.position(start + Short.BYTES + length);
        String text = new String(in.array(), start + Short.BYTES, length, StandardCharsets.US_ASCII);
        return text.indexOf(UNDECODED) < 0
                ? text
                : new DataInputStream(new ByteArrayInputStream(in.array(), start, Short.BYTES + length)).readUTF();
    }

    /** Long and double constants fill two places. */
    private boolean takesTwoPlaces(int index) {
        return tags[index] == 5 || tags[index] == 6;
    }

    private String className(int index) {
        return text(firsts[index]).replace('/', '.');
    }

    String text(int index) {
        return Objects.requireNonNull(texts[index]);
    }

    /** The class itself, or that of an array's elements; empty for an array of primitives. */
    private static String element(String name) {
        if (!name.startsWith("[")) {
            return name;
        }
        String element = name.replace("[", "");
        return element.startsWith("L") ? element.substring(1, element.length() - 1) : "";
    }

    private static void addTypes(String descriptor, Set<String> types) {
        int from = descriptor.indexOf('L');
        int end = descriptor.indexOf(';', from);
        while (from >= 0 && end > from) {
            types.add(descriptor.substring(from + 1, end).replace('/', '.'));
            from = descriptor.indexOf('L', end);
            end = descriptor.indexOf(';', from);
        }
    }

    @Override
    public String toString() {
        return Arrays.toString(texts);
    }
}
