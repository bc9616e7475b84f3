package io.lumia.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SerdeJsonCodecTest {

    private static final ApplicationContext CONTEXT = ApplicationContext.run();

    private final JsonCodec json = CONTEXT.getBean(JsonCodec.class);

    @Serdeable
    record Quote(
            UUID assetId,
            LocalDate tradingDate,
            BigDecimal closePrice,
            double volatilityAnnual,
            @Nullable Double betaOrNothing,
            long volumeShares,
            Instant learnedAt,
            List<String> flags) {}

    @Serdeable
    record Counts(Map<String, Long> byReason) {}

    @Serdeable
    record Estimates(double value) {}

    @Serdeable
    record Curve(double[] points, List<Double> more) {}

    private static final Quote QUOTE = new Quote(
            UUID.fromString("6f9619ff-8b86-4d01-b42d-00cf4fc964ff"),
            LocalDate.of(2017, 12, 29),
            new BigDecimal("175.840"),
            1.0E10,
            null,
            0,
            Instant.parse("2017-12-29T21:00:00Z"),
            List.of());

    @AfterAll
    static void close() {
        CONTEXT.close();
    }

    @Test
    void writesEveryFieldInSnakeCaseWithNullsAndEmptyLists() {
        assertThat(json.write(QUOTE))
                .isEqualTo("{\"asset_id\":\"6f9619ff-8b86-4d01-b42d-00cf4fc964ff\",\"trading_date\":\"2017-12-29\","
                        + "\"close_price\":175.840,\"volatility_annual\":10000000000,\"beta_or_nothing\":null,"
                        + "\"volume_shares\":0,\"learned_at\":\"2017-12-29T21:00:00Z\",\"flags\":[]}");
    }

    @Test
    void readsWhatItWrote() {
        assertThat(json.read(json.write(QUOTE), Quote.class)).isEqualTo(QUOTE);
    }

    @Test
    void ignoresFieldsOfANewerSender() {
        String newer = json.write(QUOTE).replaceFirst("\\{", "{\"added_later\":{\"deep\":[1,2]},");

        assertThat(json.read(newer, Quote.class)).isEqualTo(QUOTE);
    }

    @Test
    void writesMapsWithTheirOwnKeys() {
        assertThat(json.write(new Counts(Map.of("zeroVolume", 3L)))).isEqualTo("{\"by_reason\":{\"zeroVolume\":3}}");
    }

    @ParameterizedTest
    @CsvSource({
        "1.0E10, 10000000000",
        "10.0, 10",
        "0.0, 0",
        "-0.0001, -0.0001",
        "1.0E-5, 0.00001",
        "175.84, 175.84",
        "1.0E-12, 0.000000000001",
        "9.99E-13, 9.99E-13",
        "1.0E21, 1.0E21",
        "123456789012345680000, 123456789012345680000",
        "0.1, 0.1"
    })
    void writesDoublesInFullFromAMillionMillionthToATrillionMillions(double value, String text) {
        assertThat(json.write(new Estimates(value))).isEqualTo("{\"value\":" + text + "}");
        assertThat(json.read(json.write(new Estimates(value)), Estimates.class).value())
                .isEqualTo(value);
    }

    @Test
    void writesArraysAndListsOfDoublesInFullToo() {
        assertThat(json.write(new Curve(new double[] {1.0E10, 0.5}, List.of(1.0E-7))))
                .isEqualTo("{\"points\":[10000000000,0.5],\"more\":[0.0000001]}");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesToWriteWhatIsNoNumber(double value) {
        assertThatThrownBy(() -> json.write(new Estimates(value)))
                .isInstanceOfSatisfying(
                        AppException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INTERNAL))
                .hasMessageContaining("Estimates");
        assertThatThrownBy(() -> json.write(new Curve(new double[] {value}, List.of())))
                .isInstanceOf(AppException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "asset_id",
                "trading_date",
                "close_price",
                "volatility_annual",
                "volume_shares",
                "learned_at",
                "flags"
            })
    void namesTypeAndFieldWhenARequiredFieldIsMissingOrNull(String field) {
        String complete = json.write(QUOTE);
        String missing = complete.replaceFirst("\"" + field + "\":(\"[^\"]*\"|[^,}]*),?", "")
                .replace(",}", "}");
        String isNull = complete.replaceFirst("\"" + field + "\":(\"[^\"]*\"|[^,}]*)", "\"" + field + "\":null");

        for (String text : List.of(missing, isNull)) {
            assertThatThrownBy(() -> json.read(text, Quote.class))
                    .as(text)
                    .isInstanceOfSatisfying(
                            AppException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.MALFORMED_MESSAGE))
                    .hasMessageContaining("Quote")
                    .hasMessageContaining(field);
        }
    }

    @Test
    void acceptsAMissingNullableField() {
        String missing = json.write(QUOTE).replace("\"beta_or_nothing\":null,", "");

        assertThat(json.read(missing, Quote.class)).isEqualTo(QUOTE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"text\"",
                "{",
                "{\"value\":1}{\"value\":2}",
                "{\"value\":1} x",
                "{\"value\":1e309}",
                "{\"value\":-1e309}",
                "{\"value\":NaN}",
                "{\"value\":\"one\"}",
                "{\"value\":[1]}",
                "{\"value\":true}",
                "{\"value\":1,\"value\":2}",
                "{\"value\":1,}"
            })
    void refusesWhatIsNoRecordOfThatType(String text) {
        assertThatThrownBy(() -> json.read(text, Estimates.class))
                .isInstanceOfSatisfying(
                        AppException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.MALFORMED_MESSAGE))
                .hasMessageContaining("Estimates");
    }

    @Test
    void refusesNestingBeyondReason() {
        String deep = "{\"value\":1,\"extra\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";

        assertThatThrownBy(() -> json.read(deep, Estimates.class))
                .isInstanceOfSatisfying(
                        AppException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.MALFORMED_MESSAGE));
    }

    @Test
    void keepsTextWithDifficultCharacters() {
        Counts counts = new Counts(Map.of("a\u0000\u2028\u202e\"\\\uD83D\uDE00", 1L));

        assertThat(json.read(json.write(counts), Counts.class)).isEqualTo(counts);
    }
}
