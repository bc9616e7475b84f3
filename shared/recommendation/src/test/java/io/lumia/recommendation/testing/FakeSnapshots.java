package io.lumia.recommendation.testing;

import io.lumia.kernel.AssetId;
import io.lumia.kernel.Symbol;
import io.lumia.market.AssetDefinition;
import io.lumia.market.AssetType;
import io.lumia.market.ExchangeCalendar;
import io.lumia.recommendation.snapshot.DailyPrices;
import io.lumia.recommendation.snapshot.FingerprintBuilder;
import io.lumia.recommendation.snapshot.InputKind;
import io.lumia.recommendation.snapshot.MarketSnapshot;
import io.lumia.recommendation.snapshot.RiskFree;
import io.lumia.recommendation.snapshot.SnapshotAsset;
import io.lumia.recommendation.snapshot.SnapshotQuestion;
import io.lumia.recommendation.snapshot.Snapshots;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A made-up market in memory: SPY and forty stocks A00 to A39 in five sectors, whose prices share its moves. Its rows can be
 * changed behind everybody's back.
 */
public final class FakeSnapshots implements Snapshots {

    private static final int STOCKS = 40;
    private static final int SESSIONS = 420;
    private static final String[] SECTORS = {"Energy", "Financials", "Health Care", "Industrials", "Utilities"};

    private final Map<String, double[]> closes = new LinkedHashMap<>();
    private final List<LocalDate> dates;
    private int revision;
    private int reads;

    /** @param last session with prices */
    public FakeSnapshots(LocalDate last) {
        List<LocalDate> sessions = ExchangeCalendar.UNITED_STATES.sessions(last.minusYears(3), last);
        dates = sessions.subList(sessions.size() - SESSIONS, sessions.size());
        double[] market = normals(new SplittableRandom(1), 0.006);
        closes.put("SPY", prices(market, 1, 0.0005, 2, 250));
        for (int i = 0; i < STOCKS; i++) {
            SplittableRandom random = new SplittableRandom(1_000L + i);
            closes.put(
                    "A%02d".formatted(i),
                    prices(
                            market,
                            0.3 + random.nextDouble(),
                            0.003 + 0.01 * random.nextDouble(),
                            random.nextLong(),
                            20 + 100 * random.nextDouble()));
        }
    }

    public static AssetId idOf(String symbol) {
        return new AssetId(UUID.nameUUIDFromBytes(symbol.getBytes(StandardCharsets.UTF_8)));
    }

    /** How many snapshots were read so far. */
    public int reads() {
        return reads;
    }

    public double close(String symbol, LocalDate date) {
        return closesOf(symbol)[dates.indexOf(date)];
    }

    /** As a loader does it, which our books notice. */
    public void load() {
        revision++;
    }

    /** As nobody should do it: another value under the same key. */
    public void tamper(String symbol, LocalDate date, double close) {
        closesOf(symbol)[dates.indexOf(date)] = close;
    }

    private double[] closesOf(String symbol) {
        double @Nullable [] found = closes.get(symbol);
        if (found == null) {
            throw new IllegalArgumentException("no asset " + symbol);
        }
        return found;
    }

    @Override
    public String revision() {
        return Integer.toString(revision);
    }

    @Override
    public MarketSnapshot read(SnapshotQuestion question) {
        reads++;
        LocalDate session =
                ExchangeCalendar.UNITED_STATES.lastClosedSession(question.time().asOf());
        int count = Math.toIntExact(
                dates.stream().filter(date -> !date.isAfter(session)).count());
        FingerprintBuilder fingerprint = new FingerprintBuilder();
        List<SnapshotAsset> assets = new ArrayList<>();
        closes.forEach((symbol, values) -> {
            DailyPrices prices = prices(values, count);
            assets.add(asset(symbol, prices));
            fingerprint.addDated(
                    idOf(symbol).toString(),
                    InputKind.BAR,
                    prices.epochDays(),
                    new long[][] {
                        Arrays.stream(prices.closes())
                                .mapToLong(Double::doubleToLongBits)
                                .toArray()
                    },
                    new long[count]);
        });
        String model = question.sentimentModel() == null ? "" : question.sentimentModel();
        return new MarketSnapshot(
                question.time(),
                session,
                assets,
                new RiskFree(0.01, "DTB3", session),
                model,
                fingerprint.build(session, model));
    }

    private DailyPrices prices(double[] values, int count) {
        int[] days = new int[count];
        double[] volumes = new double[count];
        for (int i = 0; i < count; i++) {
            days[i] = Math.toIntExact(dates.get(i).toEpochDay());
            volumes[i] = 1_000_000;
        }
        double[] known = Arrays.copyOf(values, count);
        return new DailyPrices(days, known, known.clone(), volumes, new int[count]);
    }

    private static SnapshotAsset asset(String symbol, DailyPrices prices) {
        boolean fund = symbol.equals("SPY");
        AssetDefinition definition = new AssetDefinition(
                Symbol.parse(symbol),
                symbol + " Inc.",
                fund ? AssetType.ETF : AssetType.STOCK,
                "XNYS",
                "USD",
                fund ? null : SECTORS[Integer.parseInt(symbol.substring(1)) % SECTORS.length],
                null,
                null,
                null,
                null,
                null,
                "",
                Map.of());
        return new SnapshotAsset(idOf(symbol), definition, prices, List.of(), List.of(), List.of());
    }

    private static double[] prices(double[] market, double beta, double own, long seed, double first) {
        double[] noise = normals(new SplittableRandom(seed), own);
        double[] closes = new double[SESSIONS];
        double price = first;
        for (int i = 0; i < SESSIONS; i++) {
            price *= 1 + 0.0002 + beta * market[i] + noise[i];
            closes[i] = Math.round(price * 100) / 100.0;
        }
        return closes;
    }

    private static double[] normals(SplittableRandom random, double deviation) {
        double[] values = new double[SESSIONS];
        for (int i = 0; i < SESSIONS; i++) {
            values[i] = random.nextGaussian() * deviation;
        }
        return values;
    }
}
