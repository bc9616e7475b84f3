package io.lumia.functions.collectionapi.gap;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.functions.collectionapi.ApiUnderTest;
import io.lumia.kernel.AsOf;
import io.lumia.market.Asset;
import io.lumia.market.AssetCatalog;
import io.lumia.market.BarDates;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FindGapsTest {

    private static final AsOf NOW = AsOf.of(Instant.parse("2015-01-02T12:00:00Z"));

    private final AssetCatalog catalog = ApiUnderTest.shared().bean(AssetCatalog.class);
    private final Asset bitcoin = catalog.get("BTC-USD");

    @Test
    void countsAllGapsAndSaysWhenItListsFewer() {
        List<LocalDate> everyOtherDay = Stream.iterate(LocalDate.of(2012, 1, 1), day -> day.plusDays(2))
                .limit(500)
                .toList();
        BarDates barDates = (_, _, _) -> Map.of(bitcoin, everyOtherDay);

        FindGaps.Answer answer = new FindGaps(catalog, barDates, (_, _, _) -> Map.of())
                .of(bitcoin, new FindGaps.Question(null, everyOtherDay.getLast(), NOW, 1, 50));

        assertThat(answer.gaps().getFirst().missing()).isEqualTo(499);
        assertThat(answer.gaps().getFirst().missingIntervals()).hasSize(FindGaps.MAX_LISTED);
        assertThat(answer.warnings()).singleElement().asString().contains("499 missing intervals", "first 250");
    }

    @Test
    void anAssetWithoutBarsAndWithoutAKnownFirstDayExpectsNothing() {
        BarDates barDates = (_, _, _) -> Map.of(bitcoin, List.of());

        AssetGaps gaps = new FindGaps(catalog, barDates, (_, _, _) -> Map.of())
                .of(bitcoin, new FindGaps.Question(null, null, NOW, 1, 50))
                .gaps()
                .getFirst();

        assertThat(gaps.expected()).isZero();
        assertThat(gaps.completeness()).isNull();
        assertThat(gaps.start()).isNull();
    }
}
