package io.lumia.functions.plancollection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lumia.kernel.AsOf;
import io.lumia.kernel.AssetId;
import io.lumia.kernel.Symbol;
import io.lumia.market.Asset;
import io.lumia.market.AssetDefinition;
import io.lumia.market.AssetStatus;
import io.lumia.market.AssetType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** New York closes at 16:00, which is 21:00 UTC in winter. Monday 2015-01-19 was a holiday. */
final class DataAgeTest {

    private static final Asset APPLE = asset(1, "AAPL", AssetType.STOCK);
    private static final Asset IBM = asset(2, "IBM", AssetType.STOCK);

    @Test
    void isCountedFromTheCloseOfTheNewestSession() {
        DataAge age = age("2015-01-17T03:00:00Z", Map.of(APPLE, day("2015-01-16")));

        assertThat(age.hours()).isCloseTo(6, within(1e-9));
        assertThat(age.lateHours()).isZero();
    }

    @Test
    void aLongWeekendMakesItOldButNotLate() {
        DataAge age = age("2015-01-20T20:59:00Z", Map.of(APPLE, day("2015-01-16")));

        assertThat(age.hours()).isGreaterThan(95);
        assertThat(age.lateHours()).isZero();
    }

    @Test
    void isLateFromTheCloseOfTheFirstMissingSession() {
        DataAge age = age("2015-01-22T21:00:00Z", Map.of(APPLE, day("2015-01-16")));

        assertThat(age.lateHours())
                .as("Tuesday's session is missing since its close")
                .isCloseTo(48, within(1e-9));
    }

    @Test
    void oneAssetThatIsThereIsEnough() {
        DataAge age = age("2015-01-17T00:00:00Z", Map.of(APPLE, day("2015-01-02"), IBM, day("2015-01-16")));

        assertThat(age.lateHours()).isZero();
    }

    @Test
    void withoutAnyBarItIsAsOldAsWeLookBackAtLeast() {
        DataAge age = DataAge.of(List.of(APPLE), Map.of(), AsOf.of(Instant.parse("2015-01-17T00:00:00Z")));

        assertThat(age.hours()).isGreaterThan(24 * (DataAge.LOOK_BACK_DAYS - 1));
        assertThat(age.lateHours()).isGreaterThan(24 * (DataAge.LOOK_BACK_DAYS - 4));
    }

    @Test
    void theLatestCalendarCounts() {
        Asset bitcoin = asset(3, "BTC", AssetType.CRYPTO);
        Map<Asset, LocalDate> dates = new HashMap<>();
        dates.put(APPLE, day("2015-01-16"));
        dates.put(bitcoin, day("2015-01-14"));

        assertThat(age("2015-01-17T00:00:00Z", dates).lateHours()).isGreaterThanOrEqualTo(23);
    }

    private static DataAge age(String now, Map<Asset, LocalDate> newest) {
        return DataAge.of(List.copyOf(newest.keySet()), newest, AsOf.of(Instant.parse(now)));
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private static Asset asset(int key, String symbol, AssetType type) {
        return new Asset(
                key,
                new AssetId(new UUID(0, key)),
                AssetStatus.ACTIVE,
                new AssetDefinition(
                        new Symbol(symbol),
                        symbol,
                        type,
                        null,
                        "USD",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        "",
                        Map.of()));
    }
}
