package advisor.rules.check;

import advisor.rules.check.ClassFile.Member;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/** The instructions of a class's methods (JVM specification, 4.5 to 4.7 and 6.5). */
public final class MethodCode {
    private static final int TABLE_SWITCH = 170;
    private static final int LOOKUP_SWITCH = 171;
    private static final int WIDE = 196;
    private static final int WIDE_LENGTH = 4;
    private static final int INCREMENT = 132;
    private static final int FIRST_JUMP = 153;
    private static final int LAST_JUMP = 168;
    private static final int IF_NULL = 198;
    private static final int IF_NOT_NULL = 199;
    private static final int FIRST_WIDE_JUMP = 200;
    private static final int LAST_WIDE_JUMP = 201;
    private static final int FIRST_CALL = 182;
    private static final int LAST_CALL = 185;

    /** The length of each instruction, by its number; 0 where it varies. */
    private static final String LENGTHS = "1".repeat(16) + "23233" + "2".repeat(5) + "1".repeat(28) + "2".repeat(5)
            + "1".repeat(73) + "3" + "1".repeat(20) + "3".repeat(16) + "200" + "1".repeat(6) + "3".repeat(7) + "55"
            + "323" + "11" + "33" + "11" + "0" + "4" + "33" + "55";

    private final ClassFile file;
    private final Map<Member, Integer> calls = new HashMap<>();
    private String method = "";
    private boolean loops;

    private MethodCode(ClassFile file) {
        this.file = file;
    }

    /** The code of a class. */
    public static MethodCode of(ClassFile file) {
        MethodCode code = new MethodCode(file);
        ByteBuffer body = file.body();
        body.position(3 * Short.BYTES);
        skip(body, count(body) * Short.BYTES);
        code.members(body, false);
        code.members(body, true);
        return code;
    }

    /** How often a member is called in the text of the code. */
    public int calls(Member member) {
        return calls.getOrDefault(member, 0);
    }

    /** Whether any method jumps back, or calls itself. */
    public boolean loops() {
        return loops;
    }

    private void members(ByteBuffer in, boolean areMethods) {
        for (int i = count(in); i > 0; i--) {
            count(in);
            method = file.text(count(in)) + file.text(count(in));
            for (int j = count(in); j > 0; j--) {
                boolean isCode = file.text(count(in)).equals("Code") && areMethods;
                int end = in.getInt() + in.position();
                if (isCode) {
                    code(in);
                }
                in.position(end);
            }
        }
    }

    private void code(ByteBuffer in) {
        skip(in, 2 * Short.BYTES);
        int length = in.getInt();
        ByteBuffer code = in.slice(in.position(), length);
        while (code.hasRemaining()) {
            instruction(code);
        }
        skip(in, length);
        for (int i = count(in); i > 0; i--) {
            int start = count(in);
            skip(in, Short.BYTES);
            loops |= count(in) <= start;
            skip(in, Short.BYTES);
        }
    }

    private void instruction(ByteBuffer code) {
        int at = code.position();
        int operation = Byte.toUnsignedInt(code.get());
        int length = LENGTHS.charAt(operation) - '0';
        if (operation == TABLE_SWITCH || operation == LOOKUP_SWITCH) {
            length = choice(code, at, operation == LOOKUP_SWITCH) - at;
        } else if (operation == WIDE) {
            length = WIDE_LENGTH + (Byte.toUnsignedInt(code.get()) == INCREMENT ? Short.BYTES : 0);
        } else if (FIRST_CALL <= operation && operation <= LAST_CALL) {
            call(count(code));
        } else if (isJump(operation)) {
            loops |= code.getShort() <= 0;
        } else if (FIRST_WIDE_JUMP <= operation && operation <= LAST_WIDE_JUMP) {
            loops |= code.getInt() <= 0;
        }
        code.position(at + length);
    }

    private static boolean isJump(int operation) {
        return FIRST_JUMP <= operation && operation <= LAST_JUMP || operation == IF_NULL || operation == IF_NOT_NULL;
    }

    /** Where a switch ends. */
    private int choice(ByteBuffer code, int at, boolean hasKeys) {
        code.position((at / Integer.BYTES + 1) * Integer.BYTES);
        loops |= code.getInt() <= 0;
        int first = hasKeys ? 1 : code.getInt();
        int last = code.getInt();
        for (int i = first; i <= last; i++) {
            skip(code, hasKeys ? Integer.BYTES : 0);
            loops |= code.getInt() <= 0;
        }
        return code.position();
    }

    private void call(int index) {
        Member member = file.member(index);
        calls.merge(member, 1, Integer::sum);
        loops |= member.type().equals(file.name()) && method.equals(member.name() + file.descriptor(index));
    }

    private static int count(ByteBuffer in) {
        return Short.toUnsignedInt(in.getShort());
    }

    private static void skip(ByteBuffer in, int bytes) {
        in.position(in.position() + bytes);
    }
}
