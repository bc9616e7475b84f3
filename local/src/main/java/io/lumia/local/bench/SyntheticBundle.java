package io.lumia.local.bench;

import io.lumia.market.ExchangeCalendar;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;

/** A bundle of random walks, asset by asset as a good provider writes it; the same every time. */
final class SyntheticBundle {

    static final int SESSIONS = 2_500;

    private static final LocalDate FIRST = LocalDate.of(2012, 1, 3);
    private static final int YEARS = 11;
    private static final double DAILY_MOVE = 0.01;
    private static final int LEAST_VOLUME = 100_000;
    private static final int MOST_VOLUME = 5_000_000;
    private static final long SEED = 20261121;

    private SyntheticBundle() {}

    /** Writes at least so many bars, whole assets of them. Returns how many. */
    static long write(Path folder, long atLeastRows) throws IOException {
        int assets = Math.toIntExact(Math.ceilDiv(atLeastRows, SESSIONS));
        List<LocalDate> sessions = ExchangeCalendar.UNITED_STATES
                .sessions(FIRST, FIRST.plusYears(YEARS))
                .subList(0, SESSIONS);
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("bundle.json"), """
                {"name": "benchmark", "as_of": "%s", "price_basis": "raw", "currency": "USD",
                 "licence": "CC0", "source": "random walks"}""".formatted(sessions.getLast()));
        writeAssets(folder, assets);
        writeBars(folder, assets, sessions);
        return (long) assets * SESSIONS;
    }

    static LocalDate firstDate() {
        return FIRST;
    }

    private static void writeAssets(Path folder, int assets) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("assets.csv"))) {
            out.write(
                    "symbol,name,asset_type,exchange,currency,sector,industry,market_cap,cik,first_date,last_date,description\n");
            for (int asset = 0; asset < assets; asset++) {
                out.write("B%05d,Benchmark %d,stock,XNYS,USD,,,,,,,%n".formatted(asset, asset));
            }
        }
    }

    private static void writeBars(Path folder, int assets, List<LocalDate> sessions) throws IOException {
        SplittableRandom random = new SplittableRandom(SEED);
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("bars.csv"))) {
            out.write("symbol,date,open,high,low,close,volume\n");
            for (int asset = 0; asset < assets; asset++) {
                String symbol = "B%05d".formatted(asset);
                long cents = random.nextLong(2_000, 20_000);
                for (LocalDate session : sessions) {
                    long open = cents;
                    cents = Math.max(100, Math.round(cents * (1 + DAILY_MOVE * (2 * random.nextDouble() - 1))));
                    writeBar(out, symbol, session, open, cents, random.nextInt(LEAST_VOLUME, MOST_VOLUME));
                }
            }
        }
    }

    private static void writeBar(BufferedWriter out, String symbol, LocalDate date, long open, long close, int volume)
            throws IOException {
        out.write(symbol
                + ','
                + date
                + ','
                + dollars(open)
                + ','
                + dollars(Math.max(open, close) + 5)
                + ','
                + dollars(Math.min(open, close) - 5)
                + ','
                + dollars(close)
                + ','
                + volume
                + '\n');
    }

    private static String dollars(long cents) {
        return cents / 100 + "." + cents / 10 % 10 + cents % 10;
    }
}
