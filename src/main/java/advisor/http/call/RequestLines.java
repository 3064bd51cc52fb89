package advisor.http.call;

import advisor.request.BadRequestException;
import advisor.request.FieldFault;
import advisor.text.Text;
import advisor.text.UnknownNameException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What the lines of a body come to, by their numbers from 1. What is wrong with one is a fault of the body, and all are
 * told at once.
 */
public record RequestLines<T>(SortedMap<Long, T> byNumber) {
    /** JSON Lines. */
    public static final String TYPE = "application/jsonl";

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /**
     * The lines of a text that are not blank.
     *
     * @throws BadRequestException if there are none, or more than may be
     */
    static RequestLines<String> of(String text, int most) {
        SortedMap<Long, String> lines = new TreeMap<>();
        long number = 0;
        for (String line : unmarked(text).split("\n", -1)) {
            number++;
            if (!line.isBlank()) {
                lines.put(number, line);
            }
        }
        if (lines.isEmpty() || lines.size() > most) {
            throw BadRequestException.of(
                    (String) null,
                    new Text(
                            "The body must have 1 to %s lines, a JSON object each.".formatted(most),
                            "请求体须有 1 至 %s 行，每行一个 JSON 对象。".formatted(most)));
        }
        return new RequestLines<>(lines);
    }

    /** The mark that some programs put before the first line says nothing. */
    private static String unmarked(String text) {
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
    }

    /** @throws BadRequestException with every fault of every line */
    public <S> RequestLines<S> each(Function<T, S> of) {
        SortedMap<Long, S> each = new TreeMap<>();
        List<FieldFault> faults = new ArrayList<>();
        byNumber.forEach((number, line) -> {
            try {
                each.put(number, of.apply(line));
            } catch (BadRequestException e) {
                e.fieldFaults().forEach(fault -> faults.add(at(number, fault)));
            } catch (UnknownNameException e) {
                faults.add(at(number, new FieldFault(e.kind(), e.text())));
            }
        });
        if (!faults.isEmpty()) {
            throw BadRequestException.of(faults);
        }
        return new RequestLines<>(each);
    }

    public Stream<T> stream() {
        return byNumber.values().stream();
    }

    private static FieldFault at(long number, FieldFault fault) {
        Text text = fault.text();
        return new FieldFault(
                fault.field(),
                new Text("Line %s: %s".formatted(number, text.en()), "第 %s 行：%s".formatted(number, text.zh())),
                number);
    }
}
