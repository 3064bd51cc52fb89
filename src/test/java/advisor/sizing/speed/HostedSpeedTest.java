package advisor.sizing.speed;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Shipped;
import advisor.advice.Advice;
import advisor.advice.Advisor;
import advisor.advice.Verdict;
import advisor.facts.Candidate;
import advisor.facts.unit.Interval;
import advisor.facts.unit.Missing;
import advisor.report.words.Answer;
import advisor.report.words.Answer.Part;
import advisor.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostedSpeedTest {
    private static Advice advise(String request) {
        return new Advisor(Shipped.catalog(), Shipped.rules())
                .advise(Shipped.request((request + " jurisdiction=US privacy=any").split("[ =]", -1)));
    }

    private static Candidate of(String service, String request) {
        Verdict verdict = advise(request).verdict(service).best();
        return verdict.candidate();
    }

    @Test
    void aServiceIsAsFastAsItWasMeasured() {
        Candidate service = of("fireworks-ai", "model=gpt-oss-120b min-speed=600");
        assertThat(service.performance().tokensPerSecondPerUser()).isEqualTo(Interval.around(683.4, 0.5, 1.5));
        assertThat(service.performance().lacks()).containsExactly(Missing.SERVICE_FIRST_TOKEN);
        assertThat(service.plan().fastEnough()).isTrue();
        assertThat(of("fireworks-ai", "model=gpt-oss-120b min-speed=700").plan().fastEnough())
                .isFalse();
    }

    @Test
    void theMedianOfHostsIsInGreaterDoubt() {
        Candidate service = of("moonshotai", "model=kimi-k2.5 max-first-token=3");
        assertThat(service.performance().tokensPerSecondPerUser()).isEqualTo(Interval.around(65, 0.333, 2));
        assertThat(service.performance().timeToFirstTokenSeconds())
                .isEqualTo(new Interval(2.81 * (1 / 2.0), 2.81, 2.81 * (1 / 0.333)));
    }

    @Test
    void whatWasMeasuredLaterIsNotKnownYet() {
        assertThat(of("moonshotai", "model=kimi-k2.5 as-of=2026-08-31")
                        .performance()
                        .lacks())
                .containsExactly(Missing.SERVICE_SPEED);
        assertThat(of("moonshotai", "model=kimi-k2.5 as-of=2026-09-01")
                        .performance()
                        .unknown())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"EN, a third party measured it, the median of the services", "ZH, 第三方单路实测, 各托管方的单路中位值（2026-09-01）"})
    void theAnswerTellsWhoMeasured(Language language, String ofTheHost, String ofTheHosts) {
        assertThat(gives("model=gpt-oss-120b min-speed=1000", language)).contains(ofTheHost);
        assertThat(gives("model=kimi-k2.5 min-speed=50", language)).contains(ofTheHosts);
    }

    private static String gives(String request, Language language) {
        return String.join(" ", new Answer(advise(request), language).parts().get(Part.GIVES));
    }
}
