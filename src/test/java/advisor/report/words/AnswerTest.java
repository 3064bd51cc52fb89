package advisor.report.words;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Shipped;
import advisor.advice.Advice;
import advisor.advice.Advisor;
import advisor.advice.OptionVerdict;
import advisor.advice.survey.SensitivityAnalysis;
import advisor.report.words.Answer.Part;
import advisor.request.Question;
import advisor.sizing.Fixture;
import advisor.text.Language;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AnswerTest {

    /** A service can be called unseen, but no machine can be judged, and so nobody can be told not to buy one. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void aModelThatCannotBeSizedIsSaidToBeSo(Language language) {
        Question question = Question.of(
                Map.of("model", "deepseek-v4-flash", "privacy", "any"), Shipped.TODAY, id -> Fixture.facts(id));
        Advice advice =
                new Advisor(Shipped.catalog(), Shipped.rules()).assess(question).advice();
        Advice analysed = new SensitivityAnalysis(Shipped.catalog(), Shipped.rules()).analysed(advice);
        String headline = new Headline(language).of(analysed);
        assertThat(headline)
                .startsWith(language == Language.EN ? "The model cannot be sized" : "模型大小无法计算")
                .contains(language == Language.EN ? "Give the " : "请给出")
                .doesNotContain("Do not buy", "不要购买");
        assertThat(analysed.sensitivity()).isNull();
    }

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
