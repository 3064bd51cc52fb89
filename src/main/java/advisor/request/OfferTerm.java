package advisor.request;

import advisor.text.Ids;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What may be said of a machine of one's own or of a quote: a term in a line of text, or a column of a table. */
enum OfferTerm {
    COUNT("", "%s"),
    ACCELERATOR("", " x %s"),
    NODES("", " in %s nodes"),
    /** Whatever is nothing else. */
    PRICE("(.+)", "%s"),
    WORTH("(?:worth|值)\\s*(.+)", "worth %s"),
    EACH("(.+?)\\s+each|每[张卡]\\s*(.+)", "%s each"),
    WARRANTY("(manufacturer|dealer|no) warranty|(原厂|经销商|无)保修", "%s warranty"),
    CHANNEL("(official|dealer|used|grey)|(官方|经销商|二手|非授权)渠道", "%s"),
    COVERS("(cards) only|仅(卡)", "%s only"),
    HOST_GB(figure("host|主机内存", "GB"), "host %s GB"),
    VALID_UNTIL("(?:valid until|有效期至)\\s*(\\S+)", "valid until %s"),
    MEMORY_GB(figure("memory|显存", "GB"), "memory %s GB"),
    BANDWIDTH_GB_S(figure("bandwidth|带宽", "GB/s"), "bandwidth %s GB/s"),
    FP16_TFLOPS(figure("bf16|fp16", "TFLOPS"), "bf16 %s TFLOPS"),
    FP8_TFLOPS(figure("fp8", "TFLOPS"), "fp8 %s TFLOPS"),
    FP4_TFLOPS(figure("fp4", "TFLOPS"), "fp4 %s TFLOPS"),
    INT8_TOPS(figure("int8", "TOPS"), "int8 %s TOPS"),
    TDP_W(figure("power|功耗", "W"), "power %s W");

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    /** The first term of a line. */
    private static final Pattern MACHINE = Pattern.compile(
            "(\\d{1,6})\\s*(?:[x×*]|张|块|卡|个)\\s*([a-z0-9.-]+)(?:\\s*(?:in|共|分)\\s*(\\d{1,6})\\s*(?:nodes?|台|个节点))?",
            FLAGS);

    /** As the terms are written, of what is said in Chinese. */
    private static final Map<String, String> CHINESE = Map.of(
            "原厂",
            "manufacturer",
            "经销商",
            "dealer",
            "无",
            "no",
            "官方",
            "official",
            "二手",
            "used",
            "非授权",
            "grey",
            "卡",
            "cards");

    private static final List<OfferTerm> OF_MACHINE = List.of(COUNT, ACCELERATOR, NODES);

    /** Figures of a device, by the names that the catalog has for them. */
    static final List<OfferTerm> FIGURES =
            List.of(MEMORY_GB, BANDWIDTH_GB_S, FP16_TFLOPS, FP8_TFLOPS, FP4_TFLOPS, INT8_TOPS, TDP_W);

    private final Pattern reading;
    private final String writing;

    OfferTerm(String reading, String writing) {
        this.reading = Pattern.compile(reading, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        this.writing = writing;
    }

    private static String figure(String name, String unit) {
        return "(?:%s)\\s*(\\d{1,6}(?:\\.\\d{1,4})?)\\s*%s".formatted(name, unit);
    }

    /** As the catalog names it: {@code memory_gb}. */
    String key() {
        return Ids.of(this).replace('-', '_');
    }

    /** Puts what the first term of a line says into terms; nothing if it names no machine. */
    static boolean readMachine(String text, Map<OfferTerm, String> terms) {
        Matcher matcher = MACHINE.matcher(text);
        boolean matches = matcher.matches();
        IntStream.range(0, matches ? OF_MACHINE.size() : 0)
                .filter(term -> matcher.group(term + 1) != null)
                .forEach(term -> terms.put(OF_MACHINE.get(term), matcher.group(term + 1)));
        return matches;
    }

    /** Puts what another term of a line says into terms; false if that was said before. */
    static boolean read(String text, Map<OfferTerm, String> terms) {
        return Arrays.stream(values())
                .filter(term -> !OF_MACHINE.contains(term))
                .sorted(Comparator.comparing(PRICE::equals))
                .flatMap(term -> term.said(text).map(value -> Map.entry(term, value)).stream())
                .limit(1)
                .allMatch(said -> terms.putIfAbsent(said.getKey(), said.getValue()) == null);
    }

    private Optional<String> said(String text) {
        Matcher matcher = reading.matcher(text);
        return matcher.matches()
                ? IntStream.rangeClosed(1, matcher.groupCount())
                        .mapToObj(matcher::group)
                        .filter(value -> value != null)
                        .map(value -> CHINESE.getOrDefault(value, value))
                        .findFirst()
                : Optional.empty();
    }

    /** A line of some terms. */
    static String write(Map<OfferTerm, String> terms) {
        StringBuilder line = new StringBuilder();
        for (OfferTerm term : values()) {
            String value = terms.get(term);
            if (value != null) {
                line.append(line.isEmpty() || OF_MACHINE.contains(term) ? "" : ", ")
                        .append(term.writing.formatted(value));
            }
        }
        return line.toString();
    }
}
