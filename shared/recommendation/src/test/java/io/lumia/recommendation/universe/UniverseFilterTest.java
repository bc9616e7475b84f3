package io.lumia.recommendation.universe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lumia.kernel.AsOf;
import io.lumia.kernel.AssetId;
import io.lumia.kernel.Symbol;
import io.lumia.market.AssetDefinition;
import io.lumia.market.AssetType;
import io.lumia.market.BarFlag;
import io.lumia.market.ExchangeCalendar;
import io.lumia.recommendation.configuration.Configurations;
import io.lumia.recommendation.configuration.UniverseRules;
import io.lumia.recommendation.request.RecommendationRequest;
import io.lumia.recommendation.request.RequestCheck;
import io.lumia.recommendation.request.RequestDraft;
import io.lumia.recommendation.snapshot.DailyPrices;
import io.lumia.recommendation.snapshot.FingerprintBuilder;
import io.lumia.recommendation.snapshot.MarketSnapshot;
import io.lumia.recommendation.snapshot.RiskFree;
import io.lumia.recommendation.snapshot.SnapshotAsset;
import io.lumia.recommendation.snapshot.SnapshotTime;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UniverseFilterTest {

    private static final LocalDate SESSION = LocalDate.of(2017, 11, 10);
    private static final Instant AS_OF = Instant.parse("2017-11-10T22:00:00Z");
    private static final UniverseRules RULES = Configurations.CURRENT.universe();
    private static final List<LocalDate> SESSIONS =
            ExchangeCalendar.UNITED_STATES.sessions(SESSION.minusDays(500), SESSION);

    @Test
    void countsEachExclusionUnderTheFirstReasonThatHolds() {
        List<SnapshotAsset> assets = List.of(
                asset("GOOD", AssetType.STOCK, "Energy", "USD", null, Map.of("esg_score", "70"), SESSIONS, 1e6, 0),
                asset("DEAD", AssetType.STOCK, "Energy", "USD", SESSION.minusDays(1), Map.of(), SESSIONS, 1e6, 0),
                asset("COIN", AssetType.CRYPTO, "", "USD", null, Map.of(), SESSIONS, 1e6, 0),
                asset("EURO", AssetType.STOCK, "Energy", "EUR", null, Map.of(), SESSIONS, 1e6, 0),
                asset("MINE", AssetType.STOCK, "Energy", "USD", null, Map.of(), SESSIONS, 1e6, 0),
                asset("BANK", AssetType.STOCK, "Financials", "USD", null, Map.of(), SESSIONS, 1e6, 0),
                asset("DARK", AssetType.STOCK, "Energy", "USD", null, Map.of(), SESSIONS, 1e6, 0),
                asset("EVIL", AssetType.STOCK, "Energy", "USD", null, Map.of("esg_score", "49.9"), SESSIONS, 1e6, 0));

        Universe universe = apply(assets, draft(List.of("mine"), List.of("financials"), "require"));

        assertThat(universe.eligible()).extracting(SnapshotAsset::symbol).containsExactly("GOOD");
        assertThat(universe.considered()).isEqualTo(8);
        assertThat(universe.counts())
                .containsExactly(
                        Map.entry(ExclusionReason.NOT_ALIVE, 1),
                        Map.entry(ExclusionReason.ASSET_TYPE, 1),
                        Map.entry(ExclusionReason.OTHER_CURRENCY, 1),
                        Map.entry(ExclusionReason.EXCLUDED_BY_REQUEST, 1),
                        Map.entry(ExclusionReason.EXCLUDED_SECTOR, 1),
                        Map.entry(ExclusionReason.ESG_UNKNOWN, 1),
                        Map.entry(ExclusionReason.LOW_ESG, 1));
    }

    @Test
    void wantsEnoughRecentHealthyAndTradedPrices() {
        int size = SESSIONS.size();
        List<SnapshotAsset> assets = List.of(
                stock("ENOUGH", SESSIONS.subList(size - RULES.minimumSessions(), size), 1e6, 0),
                stock("YOUNG", SESSIONS.subList(size - RULES.minimumSessions() + 1, size), 1e6, 0),
                stock("FRESH", SESSIONS.subList(0, size - RULES.staleSessions()), 1e6, 0),
                stock("STALE", SESSIONS.subList(0, size - RULES.staleSessions() - 1), 1e6, 0),
                stock("DOUBTED", SESSIONS, 1e6, 13),
                stock("TRUSTED", SESSIONS, 1e6, 12),
                stock("QUIET", SESSIONS, 9_999, 0),
                stock("SILENT", SESSIONS, Double.NaN, 0));

        Universe universe = apply(assets, draft(null, null, null));

        assertThat(universe.eligible())
                .extracting(SnapshotAsset::symbol)
                .containsExactlyInAnyOrder("ENOUGH", "FRESH", "TRUSTED");
        assertThat(universe.counts())
                .containsExactly(
                        Map.entry(ExclusionReason.SHORT_HISTORY, 1),
                        Map.entry(ExclusionReason.STALE_PRICE, 1),
                        Map.entry(ExclusionReason.LOW_DATA_HEALTH, 1),
                        Map.entry(ExclusionReason.LOW_DOLLAR_VOLUME, 2));
    }

    @Test
    void measuresHealthOverTheLastSessions() {
        SnapshotAsset asset = stock("ONE", SESSIONS, 1e6, 12);

        AssetMeasures measures = new AssetMeasures.Gauge(RULES, SESSION).measure(asset);

        assertThat(measures.health()).isCloseTo(240 / 252.0, within(1e-15));
        assertThat(measures.dollarVolume()).isCloseTo(100 * 1e6, within(1e-6));
    }

    private static Universe apply(List<SnapshotAsset> assets, RequestDraft draft) {
        MarketSnapshot snapshot = new MarketSnapshot(
                new SnapshotTime(AsOf.of(AS_OF), AS_OF),
                SESSION,
                assets,
                new RiskFree(0, "", SESSION),
                "",
                new FingerprintBuilder().build(SESSION, ""));
        RecommendationRequest request = ((RequestCheck.Checked.Accepted) RequestCheck.check(draft, AS_OF)).request();
        return UniverseFilter.apply(RULES, request, snapshot);
    }

    private static RequestDraft draft(
            @Nullable List<String> excluded, @Nullable List<String> sectors, @Nullable String esg) {
        return new RequestDraft(
                BigDecimal.TEN, "moderate", "medium", null, excluded, sectors, null, null, esg, null, null, null, null);
    }

    private static SnapshotAsset stock(String symbol, List<LocalDate> dates, double volume, int doubted) {
        return asset(symbol, AssetType.STOCK, "Energy", "USD", null, Map.of(), dates, volume, doubted);
    }

    private static SnapshotAsset asset(
            String symbol,
            AssetType type,
            String sector,
            String currency,
            @Nullable LocalDate lastDate,
            Map<String, String> attributes,
            List<LocalDate> dates,
            double volume,
            int doubted) {
        AssetDefinition definition = new AssetDefinition(
                Symbol.parse(symbol),
                symbol,
                type,
                "XNYS",
                currency,
                sector.isEmpty() ? null : sector,
                null,
                null,
                null,
                null,
                lastDate,
                "",
                attributes);
        int size = dates.size();
        int[] days = new int[size];
        double[] closes = new double[size];
        double[] volumes = new double[size];
        int[] doubts = new int[size];
        for (int i = 0; i < size; i++) {
            days[i] = Math.toIntExact(dates.get(i).toEpochDay());
            closes[i] = 100;
            volumes[i] = volume;
            doubts[i] = i >= size - doubted ? BarFlag.ZERO_VOLUME_FLAT.bit() : BarFlag.LARGE_MOVE.bit();
        }
        return new SnapshotAsset(
                new AssetId(UUID.nameUUIDFromBytes(symbol.getBytes(StandardCharsets.UTF_8))),
                definition,
                new DailyPrices(days, closes, closes, volumes, doubts),
                List.of(),
                List.of(),
                new ArrayList<>());
    }
}
