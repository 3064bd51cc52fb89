package advisor.audit.record;

import advisor.request.BadRequestException;
import advisor.text.Fingerprint;
import advisor.text.Text;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What opens a masked field: its value and a random key. The record holds neither, only a commitment to both. With the
 * key in the record a budget could be found by trying all likely ones.
 *
 * @param key 32 hexadecimal digits
 */
public record Opening(String field, String value, String key) {
    private static final int KEY_BYTES = 16;
    private static final Pattern FORM = Pattern.compile("([a-z-]+)=(.+)#([0-9a-f]{32})");

    /** An opening with a key of its own. */
    static Opening fresh(String field, String value) {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return new Opening(field, value, HexFormat.of().formatHex(key));
    }

    /**
     * Reads what {@link #toString} writes.
     *
     * @throws BadRequestException if it is not of that form
     */
    public static Opening parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            String line = System.lineSeparator();
            throw new BadRequestException(List.of(new Text(
                    "The reveal (%s) must be FIELD=VALUE#KEY.%sMaybe the key is missing: it was printed when the record was made, and is not in it."
                            .formatted(text, line),
                    "reveal（%s）必须写作 字段=值#密钥。%s密钥在生成记录时打印过，记录中没有。".formatted(text, line))));
        }
        return new Opening(matcher.group(1), matcher.group(2), matcher.group(3));
    }

    String commitment() {
        return Fingerprint.of(key, field, value);
    }

    /** {@code budget=3000000CNY#0123…}. */
    @Override
    public String toString() {
        return field + "=" + value + "#" + key;
    }
}
