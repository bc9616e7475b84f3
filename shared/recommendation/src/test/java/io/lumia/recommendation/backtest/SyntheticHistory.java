package io.lumia.recommendation.backtest;

import io.lumia.kernel.AssetId;
import io.lumia.kernel.Symbol;
import io.lumia.market.ActionKind;
import io.lumia.market.AssetDefinition;
import io.lumia.market.AssetType;
import io.lumia.market.CorporateAction;
import io.lumia.market.DailyBar;
import io.lumia.market.ExchangeCalendar;
import io.lumia.market.Fundamental;
import io.lumia.market.Observation;
import io.lumia.market.PriceBasis;
import io.lumia.market.PublicationLag;
import io.lumia.market.Source;
import io.lumia.market.StoredAction;
import io.lumia.recommendation.backtest.MarketHistory.AssetHistory;
import io.lumia.recommendation.backtest.MarketHistory.RateHistory;
import io.lumia.recommendation.backtest.MarketHistory.SourcedBar;
import io.lumia.signals.sentiment.Mention;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of made-up assets: prices that share a market's moves, splits, dividends, reports, texts, a death; the same for the same seed. */
public final class SyntheticHistory {

    public static final LocalDate FIRST = LocalDate.of(2013, 1, 2);
    public static final LocalDate LAST = LocalDate.of(2016, 6, 30);
    public static final Instant KNOWN_AT = Instant.parse("2017-01-01T00:00:00Z");
    static final Source RAW = source(PriceBasis.RAW);

    /** Dies on this day, as its definition says. */
    static final String DEAD = "A003";

    static final LocalDate DEATH = LocalDate.of(2015, 3, 10);

    private static final String[] SECTORS = {"Energy", "Financials", "Health Care", "Industrials", "Utilities"};
    private static final int SPLIT_EVERY = 7;
    private static final int DAYS_BETWEEN_DIVIDENDS = 63;

    private final int count;
    private final long seed;
    private final List<LocalDate> sessions = ExchangeCalendar.UNITED_STATES.sessions(FIRST, LAST);

    public SyntheticHistory(int count, long seed) {
        this.count = count;
        this.seed = seed;
    }

    static Source source(PriceBasis basis) {
        return new Source("test", "synthetic", KNOWN_AT, basis, "USD", "none", "none");
    }

    static AssetId id(String symbol) {
        return new AssetId(UUID.nameUUIDFromBytes(symbol.getBytes(StandardCharsets.UTF_8)));
    }

    static <T> Known<T> known(T row) {
        return Known.current(row, Instant.EPOCH);
    }

    public MarketHistory history() {
        double[] market = new double[sessions.size()];
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < market.length; i++) {
            market[i] = 0.0003 + 0.006 * random.nextGaussian();
        }
        List<AssetHistory> assets = new ArrayList<>();
        assets.add(asset("SPY", AssetType.ETF, null, new Traits(1, 0.0003, 0, 0, 180), market, random.split()));
        for (int i = 0; i < count; i++) {
            Traits traits = new Traits(
                    0.3 + 1.2 * random.nextDouble(),
                    0.003 + 0.01 * random.nextDouble(),
                    (random.nextDouble() - 0.4) * 0.0008,
                    i % SPLIT_EVERY == 0 ? 2 + i % 3 : 0,
                    20 + 100 * random.nextDouble());
            String symbol = "A%03d".formatted(i);
            LocalDate death = symbol.equals(DEAD) ? DEATH : null;
            assets.add(asset(symbol, AssetType.STOCK, death, traits, market, random.split()));
        }
        List<Known<Observation>> rates =
                sessions.stream().map(day -> known(new Observation(day, 1.0))).toList();
        return new MarketHistory(
                assets, List.of(new RateHistory("DTB3", PublicationLag.DAILY, rates)), "test-1", KNOWN_AT);
    }

    private record Traits(double beta, double own, double drift, int split, double price) {}

    private AssetHistory asset(
            String symbol,
            AssetType type,
            @Nullable LocalDate death,
            Traits traits,
            double[] market,
            SplittableRandom random) {
        List<Known<SourcedBar>> bars = new ArrayList<>();
        List<Known<StoredAction>> actions = new ArrayList<>();
        List<Known<Mention>> mentions = new ArrayList<>();
        int splitAt = traits.split() == 0 ? -1 : 300 + random.nextInt(300);
        double price = traits.price();
        for (int i = 0; i < sessions.size(); i++) {
            LocalDate day = sessions.get(i);
            price *= 1 + traits.drift() + traits.beta() * market[i] + traits.own() * random.nextGaussian();
            if (i == splitAt) {
                price /= traits.split();
                actions.add(action(day, ActionKind.SPLIT, traits.split()));
            }
            if (i % DAYS_BETWEEN_DIVIDENDS == 20 && traits.beta() < 1) {
                actions.add(action(day, ActionKind.DIVIDEND, Math.round(price) / 200.0));
            }
            if (random.nextInt(15) == 0) {
                mentions.add(mention(day, random));
            }
            if (death == null || !day.isAfter(death)) {
                bars.add(known(bar(day, Math.round(price * 100) / 100.0)));
            }
        }
        List<Known<Fundamental>> facts = type == AssetType.STOCK ? reports(random) : List.of();
        return new AssetHistory(id(symbol), definition(symbol, type, death), bars, actions, facts, mentions);
    }

    static SourcedBar bar(LocalDate day, double close) {
        return new SourcedBar(new DailyBar(day, close, close, close, close, 1_000_000, Double.NaN, 0), RAW);
    }

    static Known<StoredAction> action(LocalDate day, ActionKind kind, double value) {
        return known(new StoredAction(new CorporateAction(day, kind, value), RAW));
    }

    private static Known<Mention> mention(LocalDate day, SplittableRandom random) {
        Instant usable = ExchangeCalendar.UNITED_STATES.closeInstant(day).minusSeconds(3_600);
        Mention mention = new Mention(
                new UUID(random.nextLong(), random.nextLong()),
                usable,
                random.nextBoolean(),
                0.8,
                1,
                0.9,
                2 * random.nextDouble() - 1,
                false);
        return Known.current(mention, usable);
    }

    static AssetDefinition definition(String symbol, AssetType type, @Nullable LocalDate death) {
        String sector = type == AssetType.STOCK ? SECTORS[Math.floorMod(symbol.hashCode(), SECTORS.length)] : null;
        return new AssetDefinition(
                Symbol.parse(symbol),
                symbol + " Inc.",
                type,
                "XNYS",
                "USD",
                sector,
                null,
                null,
                null,
                null,
                death,
                "",
                Map.of());
    }

    private static List<Known<Fundamental>> reports(SplittableRandom random) {
        List<Known<Fundamental>> facts = new ArrayList<>();
        double assets = 1e9 * (1 + 9 * random.nextDouble());
        for (int year = 2012; year <= 2015; year++) {
            fact(facts, "total_assets", year, true, assets);
            fact(facts, "total_liabilities", year, true, assets * (0.2 + 0.5 * random.nextDouble()));
            fact(facts, "total_equity", year, true, assets * 0.4);
            fact(facts, "shares_outstanding", year, true, 5e7 * (1 + random.nextDouble()));
            fact(facts, "revenue", year, false, assets * (0.6 + 0.4 * random.nextDouble()));
            fact(facts, "gross_profit", year, false, assets * 0.3 * random.nextDouble());
            fact(facts, "operating_income", year, false, assets * 0.1 * random.nextDouble());
            fact(facts, "net_income", year, false, assets * 0.08 * (random.nextDouble() - 0.1));
            fact(facts, "operating_cash_flow", year, false, assets * 0.1);
        }
        return facts;
    }

    private static void fact(List<Known<Fundamental>> facts, String metric, int year, boolean balance, double value) {
        LocalDate end = LocalDate.of(year, 12, 31);
        LocalDate start = balance ? end : LocalDate.of(year, 1, 1);
        facts.add(known(new Fundamental(metric, start, end, end.plusDays(60), false, value, "USD")));
    }
}
