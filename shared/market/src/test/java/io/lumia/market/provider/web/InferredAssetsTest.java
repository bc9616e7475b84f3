package io.lumia.market.provider.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.market.AssetDefinition;
import io.lumia.market.AssetType;
import io.lumia.market.DailyBar;
import io.lumia.market.Observation;
import io.lumia.market.PriceBasis;
import io.lumia.market.Source;
import io.lumia.market.provider.ParsedAnswer;
import io.lumia.market.provider.ParsedAnswer.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InferredAssetsTest {

    private static final LocalDate START = LocalDate.parse("2024-01-01");

    @Test
    void aReferenceRateIsAPairInItsQuotedCurrencyWithTheDaysOfItsSource() {
        ParsedAnswer rows = ParsedAnswer.builder()
                .bar(new Row<>(1, "EURJPY", new DailyBar(START, 1, 1, 1, 1, Double.NaN, Double.NaN, 0), ""))
                .build();

        AssetDefinition pair = only(rows, "ecb", AssetType.FOREX);

        assertThat(pair.symbol().value()).isEqualTo("EURJPY");
        assertThat(pair.type()).isEqualTo(AssetType.FOREX);
        assertThat(pair.currency()).isEqualTo("JPY");
        assertThat(pair.attributes()).containsEntry("calendar", "target").containsEntry("metadata", "inferred");
    }

    @ParameterizedTest
    @CsvSource({"1, D", "7, W", "30, M", "91, Q", "365, A"})
    void aSeriesSaysByItsDatesHowOftenItHasAValue(int days, String frequency) {
        ParsedAnswer.Builder rows = ParsedAnswer.builder();
        IntStream.range(0, 5)
                .mapToObj(i -> new Observation(START.plusDays((long) i * days), i))
                .forEach(value -> rows.observation(new Row<>(1, "CPIAUCSL", value, "")));

        AssetDefinition series = only(rows.build(), "fred", AssetType.ECONOMIC_INDICATOR);

        assertThat(series.attributes()).containsEntry("frequency", frequency);
    }

    @Test
    void aCryptoPairIsQuotedInItsSecondPart() {
        ParsedAnswer rows = ParsedAnswer.builder()
                .bar(new Row<>(1, "BTC-EUR", new DailyBar(START, 1, 1, 1, 1, 1, Double.NaN, 0), ""))
                .build();

        assertThat(only(rows, "coinbase", AssetType.CRYPTO).currency()).isEqualTo("EUR");
    }

    @Test
    void whatIsKnownCompletesWhatASourceLeavesOpen() {
        ParsedAnswer rows = ParsedAnswer.builder()
                .bar(new Row<>(1, "BTC-USD", new DailyBar(START, 1, 1, 1, 1, 1, Double.NaN, 0), ""))
                .build();
        AssetDefinition inferred = only(rows, "coinbase", AssetType.CRYPTO);
        AssetDefinition described = new AssetDefinition(
                inferred.symbol(),
                "Bitcoin",
                AssetType.CRYPTO,
                null,
                "USD",
                null,
                null,
                null,
                null,
                LocalDate.parse("2015-01-01"),
                null,
                "",
                java.util.Map.of());

        AssetDefinition completed = described.completedBy(inferred);

        assertThat(completed.name()).isEqualTo("Bitcoin");
        assertThat(completed.attributes()).doesNotContainKey("metadata");
        assertThat(inferred.completedBy(described).name()).isEqualTo("Bitcoin");
    }

    private static AssetDefinition only(ParsedAnswer rows, String provider, AssetType type) {
        Source source = new Source(provider, provider, Instant.EPOCH, PriceBasis.RAW, "USD", "", "");
        ParsedAnswer described = InferredAssets.only(rows, source, type);
        List<AssetDefinition> assets = described.assets();
        assertThat(assets).hasSize(1);
        assertThat(described.size()).isEqualTo(1);
        return assets.getFirst();
    }
}
