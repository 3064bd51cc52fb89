package advisor.facts.unit;

import advisor.text.Text;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where figures and claims were read.
 *
 * @param grade how much weight it has: {@code vendor-spec}, {@code regulation}, {@code benchmark} …
 * @param address on the web; {@code null} if there is none
 * @param grey whether its prices were asked outside authorised channels
 * @param places what can be cited inside it, by anchor
 */
public record Source(
        String id,
        Text title,
        @Nullable String author,
        @Nullable LocalDate published,
        LocalDate retrieved,
        String grade,
        String where,
        @Nullable String address,
        boolean grey,
        Map<String, Text> places) {

    /** The id of the request that is answered, where a figure is what it says. */
    public static final String THE_REQUEST = "the-request";

    /** The id of what nobody printed and the advisor takes for likely. */
    public static final String TAKEN = "advisor-judgement";

    /** The id before the {@code #} of a citation. */
    public static String idOf(String citation) {
        int hash = citation.indexOf('#');
        return hash < 0 ? citation : citation.substring(0, hash);
    }
}
