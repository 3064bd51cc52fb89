package advisor.rules.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TokenTest {
    @Test
    void wordsSignsAndTextsArePartedAndCommentsLeftOut() {
        assertThat(Token.of("a/* b */.c( \"d\\\"e\" ) // f\n >= 1.5"))
                .extracting(Token::text)
                .containsExactly("a", ".", "c", "(", "\"d\\\"e\"", ")", ">=", "1.5");
    }

    /** A text as long as a file may be takes no more of the stack than a short one. */
    @Test
    void aLongTextIsOneToken() {
        for (String text : List.of("\"" + "x\\\"".repeat(100_000) + "\"", "'" + "y".repeat(100_000) + "'")) {
            assertThat(Token.of(text)).singleElement().extracting(Token::text).isEqualTo(text);
        }
        assertThat(Token.of("/*" + "z".repeat(100_000) + "*/ " + "n".repeat(100_000)))
                .hasSize(1);
    }
}
