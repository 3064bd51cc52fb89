package advisor.report.words;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Shipped;
import advisor.advice.Advice;
import advisor.advice.OptionVerdict;
import advisor.report.words.Answer.Part;
import advisor.text.Language;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AnswerTest {

    /** A licence for one card says nothing of another. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void whatIsOpenOfOneOptionIsNotSaidOfAnother(Language language) {
        Advice advice = Shipped.advise(
                "model", "deepseek-r1", "jurisdiction", "CN", "privacy", "on-premises", "as-of", "2026-11-22");
        List<String> open = new Answer(advice, language).parts().get(Part.NOT_KNOWN);
        assertThat(advice.undecided()).isNotEmpty();
        for (OptionVerdict option : advice.undecided()) {
            String reason = option.best().obstacles().get(0).text().in(language);
            assertThat(open).as(option.option().id()).anyMatch(line -> line.contains(reason));
        }
    }
}
