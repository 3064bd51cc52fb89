package advisor.words;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.text.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpacingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "最接近的是12 套单机 | 最接近的是 12 套单机",
                "硅基流动 API（国内站） 有 44% | 硅基流动 API（国内站）有 44%",
                "但NVIDIA 不许可 | 但 NVIDIA 不许可",
                "若 950PR的报价低于 ¥120万每套 | 若 950PR 的报价低于 ¥120万每套",
                "单机 8 卡 H100更便宜，每月 7,483美元 | 单机 8 卡 H100 更便宜，每月 7,483美元",
                "单机 8 卡昇腾 910B | 单机 8 卡昇腾 910B",
                "最省的是 单机 8 卡 | 最省的是单机 8 卡"
            })
    void chineseHasASpaceBesideLettersAndDigitsAndNoneBehindAFullBracket(String said, String written) {
        assertThat(Spacing.in(said)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"2, '2 套单机 8 卡昇腾 950PR', 单机 8 卡昇腾 950PR", "2, '2 套 DGX Spark', DGX Spark"})
    void severalOfAMachineAreJoinedAsTheyAreWritten(int units, String written, String title) {
        assertThat(new Phrases(Language.ZH).say("several", units, title)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({
        "At the busiest 1 users are answered, At the busiest 1 user is answered",
        "At the busiest 11 users are answered, At the busiest 11 users are answered"
    })
    void oneOfSomethingIs(String said, String written) {
        assertThat(Singular.in(said)).isEqualTo(written);
    }
}
