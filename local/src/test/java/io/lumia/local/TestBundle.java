package io.lumia.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/**
 * A bundle of made-up assets with prices that are easy to calculate with: asset number n closes on session i at
 * {@code 100 + 10 n + ((7 i + 3 n) mod 11)}, with a split 4:1 of the first asset half-way.
 */
public final class TestBundle {

    public static final int SESSIONS = 300;
    public static final int SPLIT_SESSION = 150;
    public static final double SPLIT_RATIO = 4;

    private static final LocalDate FIRST = LocalDate.of(2020, 1, 2);

    private final Path folder;
    private final int assets;
    private final List<LocalDate> sessions;

    private TestBundle(Path folder, int assets) {
        this.folder = folder;
        this.assets = assets;
        this.sessions = io.lumia.market.ExchangeCalendar.UNITED_STATES
                .sessions(FIRST, FIRST.plusYears(2))
                .subList(0, SESSIONS);
    }

    /** Writes it. */
    public static TestBundle in(Path folder, int assets) {
        TestBundle bundle = new TestBundle(folder, assets);
        try {
            bundle.write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bundle;
    }

    public Path folder() {
        return folder;
    }

    public static String symbol(int asset) {
        return "ZZ" + (char) ('A' + asset / 26) + (char) ('A' + asset % 26);
    }

    public LocalDate lastDay() {
        return sessions.getLast();
    }

    /** As traded. */
    public double close(int asset, int session) {
        double basis = 100 + 10.0 * asset + (7 * session + 3 * asset) % 11;
        return asset == 0 && session < SPLIT_SESSION ? basis * SPLIT_RATIO : basis;
    }

    /** Split-adjusted closes by date. */
    public TreeMap<LocalDate, Double> adjustedCloses(int asset) {
        TreeMap<LocalDate, Double> closes = new TreeMap<>();
        for (int session = 0; session < SESSIONS; session++) {
            boolean before = asset == 0 && session < SPLIT_SESSION;
            closes.put(sessions.get(session), close(asset, session) / (before ? SPLIT_RATIO : 1));
        }
        return closes;
    }

    private void write() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("bundle.json"), """
                {"name": "test bundle", "as_of": "%s", "price_basis": "raw", "currency": "USD",
                 "licence": "CC0", "source": "made up by the test"}""".formatted(lastDay()));
        Files.write(folder.resolve("assets.csv"), assetLines());
        Files.write(folder.resolve("bars.csv"), barLines());
        Files.write(
                folder.resolve("actions.csv"),
                List.of(
                        "symbol,date,kind,value",
                        "%s,%s,split,%s".formatted(symbol(0), sessions.get(SPLIT_SESSION), SPLIT_RATIO)));
    }

    private List<String> assetLines() {
        List<String> lines = new ArrayList<>();
        lines.add(
                "symbol,name,asset_type,exchange,currency,sector,industry,market_cap,cik,first_date,last_date,description");
        for (int asset = 0; asset < assets; asset++) {
            lines.add("%s,Test company %d,stock,XNYS,USD,Testing,,%d,,,,"
                    .formatted(symbol(asset), asset, 1_000_000 + asset));
        }
        return lines;
    }

    private List<String> barLines() {
        List<String> lines = new ArrayList<>();
        lines.add("symbol,date,open,high,low,close,volume");
        for (int asset = 0; asset < assets; asset++) {
            for (int session = 0; session < SESSIONS; session++) {
                double close = close(asset, session);
                lines.add(String.format(
                        Locale.ROOT,
                        "%s,%s,%s,%s,%s,%s,%d",
                        symbol(asset),
                        sessions.get(session),
                        close,
                        close + 1,
                        close - 1,
                        close,
                        1_000_000));
            }
        }
        return lines;
    }
}
