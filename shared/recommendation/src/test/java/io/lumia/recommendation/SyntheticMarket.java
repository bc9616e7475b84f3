package io.lumia.recommendation;

import io.lumia.kernel.AsOf;
import io.lumia.kernel.AssetId;
import io.lumia.kernel.Symbol;
import io.lumia.market.AssetDefinition;
import io.lumia.market.AssetType;
import io.lumia.market.ExchangeCalendar;
import io.lumia.market.Fundamental;
import io.lumia.recommendation.snapshot.DailyPrices;
import io.lumia.recommendation.snapshot.FingerprintBuilder;
import io.lumia.recommendation.snapshot.InputKind;
import io.lumia.recommendation.snapshot.MarketSnapshot;
import io.lumia.recommendation.snapshot.RiskFree;
import io.lumia.recommendation.snapshot.SnapshotAsset;
import io.lumia.recommendation.snapshot.SnapshotTime;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;

/** Assets that share a market's moves and have their own, with reports; the same for the same seed. */
final class SyntheticMarket {

    static final LocalDate SESSION = LocalDate.of(2017, 11, 10);
    static final Instant AS_OF = Instant.parse("2017-11-10T22:00:00Z");
    private static final String[] SECTORS = {"Energy", "Financials", "Health Care", "Industrials", "Utilities"};
    private static final int SESSIONS = 600;

    private final int count;
    private final long seed;
    private double calm = 0.004;

    SyntheticMarket(int count, long seed) {
        this.count = count;
        this.seed = seed;
    }

    /** @param daily own volatility of the calmest assets */
    SyntheticMarket withCalmest(double daily) {
        this.calm = daily;
        return this;
    }

    MarketSnapshot snapshot() {
        return snapshot(assets());
    }

    static MarketSnapshot snapshot(List<SnapshotAsset> assets) {
        FingerprintBuilder fingerprint = new FingerprintBuilder();
        for (SnapshotAsset asset : assets) {
            DailyPrices prices = asset.prices();
            long[] closes = new long[prices.size()];
            for (int i = 0; i < closes.length; i++) {
                closes[i] = Double.doubleToLongBits(prices.closes()[i]);
            }
            fingerprint.addDated(
                    asset.id().toString(),
                    InputKind.BAR,
                    prices.epochDays(),
                    new long[][] {closes},
                    new long[prices.size()]);
        }
        return new MarketSnapshot(
                new SnapshotTime(AsOf.of(AS_OF), AS_OF),
                SESSION,
                assets,
                new RiskFree(0.01, "DTB3", SESSION),
                "",
                fingerprint.build(SESSION, ""));
    }

    List<SnapshotAsset> assets() {
        List<LocalDate> sessions = ExchangeCalendar.UNITED_STATES.sessions(SESSION.minusYears(3), SESSION);
        List<LocalDate> dates = sessions.subList(sessions.size() - SESSIONS, sessions.size());
        double[] market = normals(new SplittableRandom(seed), SESSIONS, 0.006);
        List<SnapshotAsset> assets = new ArrayList<>();
        assets.add(asset("SPY", AssetType.ETF, "", prices(dates, market, 1, 0.0005, 0.0003, seed + 1, 250), List.of()));
        for (int i = 0; i < count; i++) {
            SplittableRandom random = new SplittableRandom(seed * 31 + i);
            double beta = 0.3 + 1.2 * random.nextDouble();
            double own = calm + 0.012 * random.nextDouble();
            double drift = (random.nextDouble() - 0.3) * 0.0008;
            assets.add(asset(
                    "A%03d".formatted(i),
                    AssetType.STOCK,
                    SECTORS[i % SECTORS.length],
                    prices(dates, market, beta, own, drift, random.nextLong(), 20 + 100 * random.nextDouble()),
                    reports(random)));
        }
        return assets;
    }

    private static SnapshotAsset asset(
            String symbol, AssetType type, String sector, DailyPrices prices, List<Fundamental> facts) {
        AssetDefinition definition = new AssetDefinition(
                Symbol.parse(symbol),
                symbol + " Inc.",
                type,
                "XNYS",
                "USD",
                sector.isEmpty() ? null : sector,
                null,
                null,
                null,
                null,
                null,
                "",
                Map.of());
        UUID id = UUID.nameUUIDFromBytes(symbol.getBytes(StandardCharsets.UTF_8));
        return new SnapshotAsset(new AssetId(id), definition, prices, List.of(), facts, List.of());
    }

    private static DailyPrices prices(
            List<LocalDate> dates,
            double[] market,
            double beta,
            double own,
            double drift,
            long ownSeed,
            double firstPrice) {
        double[] noise = normals(new SplittableRandom(ownSeed), dates.size(), own);
        int[] days = new int[dates.size()];
        double[] closes = new double[dates.size()];
        double[] volumes = new double[dates.size()];
        double price = firstPrice;
        for (int i = 0; i < days.length; i++) {
            days[i] = Math.toIntExact(dates.get(i).toEpochDay());
            price *= 1 + drift + beta * market[i] + noise[i];
            closes[i] = Math.round(price * 100) / 100.0;
            volumes[i] = 1_000_000;
        }
        return new DailyPrices(days, closes, closes.clone(), volumes, new int[days.length]);
    }

    private static List<Fundamental> reports(SplittableRandom random) {
        List<Fundamental> facts = new ArrayList<>();
        double assets = 1e9 * (1 + 9 * random.nextDouble());
        for (int year = 2015; year <= 2016; year++) {
            double growth = year == 2015 ? 1 : 0.9 + 0.3 * random.nextDouble();
            balance(facts, "total_assets", year, assets * growth);
            balance(facts, "total_liabilities", year, assets * (0.2 + 0.5 * random.nextDouble()));
            balance(facts, "total_equity", year, assets * 0.4);
            balance(facts, "shares_outstanding", year, 5e7 * (1 + random.nextDouble()));
            year(facts, "revenue", year, assets * 0.8 * growth);
            year(facts, "gross_profit", year, assets * 0.3 * random.nextDouble());
            year(facts, "operating_income", year, assets * 0.1 * random.nextDouble());
            year(facts, "net_income", year, assets * 0.08 * (random.nextDouble() - 0.1));
            year(facts, "operating_cash_flow", year, assets * 0.1);
            year(facts, "capital_expenditures", year, -assets * 0.04 * random.nextDouble());
        }
        return facts;
    }

    private static void balance(List<Fundamental> facts, String metric, int year, double value) {
        LocalDate end = LocalDate.of(year, 12, 31);
        facts.add(new Fundamental(metric, end, end, end.plusDays(60), false, value, "USD"));
    }

    private static void year(List<Fundamental> facts, String metric, int year, double value) {
        LocalDate end = LocalDate.of(year, 12, 31);
        facts.add(new Fundamental(metric, LocalDate.of(year, 1, 1), end, end.plusDays(60), false, value, "USD"));
    }

    private static double[] normals(SplittableRandom random, int count, double deviation) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = random.nextGaussian() * deviation;
        }
        return values;
    }
}
