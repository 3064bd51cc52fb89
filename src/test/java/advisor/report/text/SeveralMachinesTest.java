package advisor.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Shipped;
import advisor.advice.Advice;
import advisor.facts.Candidate;
import advisor.report.screen.Screen;
import advisor.report.words.Answer;
import advisor.report.words.Answer.Part;
import advisor.text.Language;
import advisor.words.Wording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A load that takes several machines is priced for all of them. */
class SeveralMachinesTest {
    private static final Advice ADVICE =
            Shipped.advise("model", "deepseek-r1", "streams", "2000", "privacy", "on-premises", "as-of", "2026-11-22");

    @ParameterizedTest
    @CsvSource({"EN, upfront, ' × '", "ZH, 一次性, ' 套'"})
    void theHeadlineNamesTheNumberAndThePriceOfAll(Language language, String upfront, String times) {
        Candidate plan = ADVICE.recommended().orElseThrow().best().candidate();
        assertThat(plan.plan().units()).isGreaterThan(1);
        assertThat(new Answer(ADVICE, language).parts().get(Part.DO).get(0))
                .contains(plan.plan().units() + times, upfront)
                .contains(new Wording(language).range(plan.cost().outlay()));
    }

    @ParameterizedTest
    @CsvSource({"EN", "ZH"})
    void theOptionsSayHowManyTheLoadTakes(Language language) {
        Candidate plan = ADVICE.viable().get(0).best().candidate();
        String all = new Wording(language).money(plan.cost().likelyOutlay());
        assertThat(String.join(
                        "",
                        new OptionTable(ADVICE.viable(), ADVICE.model().nativePrecision(), Screen.file(language))
                                .rows()))
                .contains(all);
    }

    @Test
    void oneMachineIsNotCounted() {
        Advice small = Shipped.advise("model", "qwen3-8b", "streams", "1", "privacy", "on-premises");
        assertThat(new Answer(small, Language.EN).parts().get(Part.DO).get(0)).doesNotContain("1 × ");
    }

    @Test
    void theFoundingDocumentsPriceOneOfEach() {
        Advice founding =
                Shipped.advise("model", "deepseek-r1", "streams", "400", "lens", "founding", "as-of", "2025-02-11");
        assertThat(founding.verdicts())
                .allMatch(verdict -> verdict.best().candidate().plan().units() == 1);
    }
}
