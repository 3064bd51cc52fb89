package advisor.facts.unit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BytesTest {
    private static final Bytes MOST = new Bytes(Long.MAX_VALUE);

    @Test
    void sumsAreExact() {
        Bytes odd = new Bytes(4_611_686_018_427_387_903L);
        assertThat(odd.plus(new Bytes(2))).isEqualTo(new Bytes(4_611_686_018_427_387_905L));
        assertThat(odd.minus(new Bytes(2))).isEqualTo(new Bytes(4_611_686_018_427_387_901L));
        assertThat(Bytes.ZERO.minus(odd)).isEqualTo(new Bytes(-4_611_686_018_427_387_903L));
    }

    @Test
    void whatSixtyFourBitsDoNotCountIsTheMostThatTheyDo() {
        assertThat(Bytes.ofGigabytes(1e12)).isEqualTo(MOST);
        assertThat(MOST.plus(new Bytes(1))).isEqualTo(MOST);
        assertThat(MOST.minus(new Bytes(-1))).isEqualTo(MOST);
        assertThat(new Bytes(-2).minus(MOST)).isEqualTo(new Bytes(Long.MIN_VALUE));
    }
}
