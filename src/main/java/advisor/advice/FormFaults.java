package advisor.advice;

import advisor.model.Text;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with a form, field by field. */
final class FormFaults {
    private final List<FieldFault> found = new ArrayList<>();

    /** Notes a fault: a sentence in both languages with the value at fault in it, and what is accepted. */
    void add(String field, String en, String zh, String value, String accepted) {
        String hint = accepted.isEmpty() ? "" : System.lineSeparator();
        Text text = new Text(
                en.formatted(value) + (hint.isEmpty() ? "" : hint + "Maybe " + accepted + "?"),
                zh.formatted(value) + (hint.isEmpty() ? "" : hint + "可用：" + accepted));
        found.add(new FieldFault(field, text));
    }

    void outOfRange(String name, Number value, String least, int most) {
        add(
                name,
                "The " + name + " (%s) must be " + least + " to " + most + ".",
                name + "（%s）必须为 " + least + " 至 " + most + "。",
                value.toString(),
                "");
    }

    /** @throws BadRequestException with every fault, if there is any */
    void throwIfAny() {
        if (!found.isEmpty()) {
            throw BadRequestException.of(found);
        }
    }
}
