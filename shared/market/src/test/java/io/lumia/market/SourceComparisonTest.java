package io.lumia.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import io.lumia.market.SourceComparison.Close;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Apple at 645.57 on the Friday before its 7:1 split of 9 June 2014; a dividend of 0.47 went ex on 7 August. */
class SourceComparisonTest {

    private static final LocalDate FRIDAY = LocalDate.of(2014, 6, 6);
    private static final List<CorporateAction> ACTIONS = List.of(
            new CorporateAction(LocalDate.of(2014, 6, 9), ActionKind.SPLIT, 7),
            new CorporateAction(LocalDate.of(2014, 8, 7), ActionKind.DIVIDEND, 0.47));

    @Test
    void aSplitBetweenTwoSourcesIsNoDifference() {
        Close raw = new Close(645.57, source(PriceBasis.RAW, "2014-06-30"));
        Close adjusted = new Close(92.2243, source(PriceBasis.SPLIT_ADJUSTED, "2014-06-30"));
        Close beforeTheSplit = new Close(645.57, source(PriceBasis.SPLIT_ADJUSTED, "2014-06-07"));

        assertThat(SourceComparison.relativeDifference(FRIDAY, raw, adjusted, ACTIONS))
                .isCloseTo(0, offset(1e-6));
        assertThat(SourceComparison.relativeDifference(FRIDAY, adjusted, beforeTheSplit, ACTIONS))
                .isCloseTo(0, offset(1e-6));
        assertThat(SourceComparison.relativeDifference(FRIDAY, raw, adjusted, List.of()))
                .isCloseTo(6.0 / 7, offset(1e-4));
    }

    @Test
    void aPriceReducedByADividendCannotBeCompared() {
        Close raw = new Close(645.57, source(PriceBasis.RAW, "2014-12-31"));
        Close reduced = new Close(91.77, source(PriceBasis.FULLY_ADJUSTED, "2014-12-31"));
        Close notYetReduced = new Close(92.2243, source(PriceBasis.FULLY_ADJUSTED, "2014-07-31"));

        assertThat(SourceComparison.relativeDifference(FRIDAY, raw, reduced, ACTIONS))
                .isNaN();
        assertThat(SourceComparison.relativeDifference(FRIDAY, raw, notYetReduced, ACTIONS))
                .isCloseTo(0, offset(1e-6));
    }

    @Test
    void zeroAndNegativePricesAreCompared() {
        Close below = new Close(-37.63, source(PriceBasis.RAW, "2020-04-21"));
        Close above = new Close(37.63, source(PriceBasis.RAW, "2020-04-21"));
        Close zero = new Close(0, source(PriceBasis.RAW, "2020-04-21"));

        assertThat(SourceComparison.relativeDifference(FRIDAY, below, above, List.of()))
                .isEqualTo(2);
        assertThat(SourceComparison.relativeDifference(FRIDAY, zero, zero, List.of()))
                .isZero();
    }

    @Test
    void everyTypeHasAToleranceAndAnOrderThatBeginsWithWhatTheOperatorBrings() {
        for (AssetType type : AssetType.values()) {
            assertThat(SourceComparison.tolerance(type)).isBetween(0.0005, 0.05);
            assertThat(SourcePreference.order(type).getFirst()).isEqualTo("bundle");
        }
        assertThat(SourcePreference.prefers(AssetType.STOCK, "yahoo", "cboe")).isTrue();
        assertThat(SourcePreference.prefers(AssetType.STOCK, "cboe", "someone")).isTrue();
        assertThat(SourcePreference.prefers(AssetType.STOCK, "someone", "another"))
                .isFalse();
    }

    private static Source source(PriceBasis basis, String asOf) {
        return new Source("p", "n", Instant.parse(asOf + "T00:00:00Z"), basis, "USD", "", "");
    }
}
