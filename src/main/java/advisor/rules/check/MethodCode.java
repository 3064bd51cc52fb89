package advisor.rules.check;

import advisor.rules.check.ClassFile.Member;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** What the methods of a class do: what they call, and whether they go round. */
public final class MethodCode {
    private static final int ASM = Opcodes.ASM9;

    private final Map<Member, Integer> calls = new HashMap<>();
    private String type = "";
    private boolean loops;

    private MethodCode() {}

    /** The code of a class. */
    public static MethodCode of(ClassFile file) {
        MethodCode code = new MethodCode();
        file.accept(code.new Methods());
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

    private final class Methods extends ClassVisitor {
        Methods() {
            super(ASM);
        }

        @Override
        public void visit(
                int version,
                int access,
                String name,
                @Nullable String signature,
                @Nullable String superName,
                String @Nullable [] interfaces) {
            type = name;
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            return new Instructions(name + descriptor);
        }
    }

    private final class Instructions extends MethodVisitor {
        private final String method;
        private final Set<Label> passed = new HashSet<>();
        private final Map<Label, Set<Label>> handlers = new HashMap<>();

        Instructions(String method) {
            super(ASM);
            this.method = method;
        }

        @Override
        public void visitLabel(Label label) {
            passed.add(label);
            jump(List.copyOf(handlers.getOrDefault(label, Set.of())));
        }

        /** A handler before what it handles is a jump back. */
        @Override
        public void visitTryCatchBlock(Label start, Label end, Label handler, @Nullable String exception) {
            handlers.computeIfAbsent(start, any -> new HashSet<>()).add(handler);
        }

        @Override
        public void visitJumpInsn(int operation, Label to) {
            jump(List.of(to));
        }

        @Override
        public void visitTableSwitchInsn(int least, int most, Label otherwise, Label... to) {
            jump(List.of(otherwise));
            jump(List.of(to));
        }

        @Override
        public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] to) {
            jump(List.of(otherwise));
            jump(List.of(to));
        }

        @Override
        public void visitMethodInsn(int operation, String owner, String name, String descriptor, boolean ofInterface) {
            calls.merge(Member.of(owner, name), 1, Integer::sum);
            loops |= owner.equals(type) && method.equals(name + descriptor);
        }

        private void jump(List<Label> to) {
            loops |= to.stream().anyMatch(passed::contains);
        }
    }
}
