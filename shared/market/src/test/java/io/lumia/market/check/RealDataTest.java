package io.lumia.market.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lumia.market.AssetType;
import io.lumia.market.DailyBar;
import io.lumia.market.PriceBasis;
import io.lumia.market.QuarantineReason;
import io.lumia.market.Rejected;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The checks over all of the shared price files: what they find, and that they invent nothing. Runs where the system
 * property {@code market.data.dir} names the folder with {@code prices} in it; skipped elsewhere.
 */
class RealDataTest {

    private static final Path DATA = Path.of(System.getProperty("market.data.dir", "no-data"));

    /** Shares whose prices are known to be on absurd scales, or another security's. */
    private static final List<String> KNOWN_BAD = List.of("ABVC", "AMPY", "ASTH", "AYTU", "CRVO", "TOPS");

    @BeforeAll
    static void skipsWithoutData() {
        assumeTrue(Files.isDirectory(DATA), "no real data: set -Dmarket.data.dir=FOLDER to run this");
    }

    @Test
    void inAMillionRowsOfStocksOnlyKnownBadOnesJump() throws IOException {
        RealPrices prices = new RealPrices();
        for (int year : IntStream.rangeClosed(2011, 2023).toArray()) {
            prices.add(DATA.resolve("prices/us_stocks_daily_%d.csv.gz".formatted(year)));
        }

        Verdicts verdicts = Verdicts.of(prices, AssetType.STOCK, PriceBasis.SPLIT_ADJUSTED);

        verdicts.print("us_stocks_daily");
        assertThat(verdicts.symbols(QuarantineReason.UNEXPLAINED_JUMP)).isSubsetOf(KNOWN_BAD);
        assertThat(verdicts.symbols(QuarantineReason.BEFORE_LISTING)).containsExactlyInAnyOrder("ACCD", "SHOP");
        assertThat(verdicts.byReason.keySet())
                .containsExactlyInAnyOrder(QuarantineReason.UNEXPLAINED_JUMP, QuarantineReason.BEFORE_LISTING);
    }

    @Test
    void fundsIndexesAndCryptoHaveNoJump() throws IOException {
        Verdicts funds = Verdicts.of(
                new RealPrices().add(DATA.resolve("etf_funds/etfs_daily_ohlcv_2005_2017.csv.gz")),
                AssetType.ETF,
                PriceBasis.FULLY_ADJUSTED);
        Verdicts indexes = Verdicts.of(
                new RealPrices().add(DATA.resolve("prices/us_indexes_daily_ohlc.csv.gz")),
                AssetType.INDEX,
                PriceBasis.RAW);
        Verdicts crypto = Verdicts.of(
                new RealPrices().add(DATA.resolve("fx_crypto_commodities/crypto_daily_ohlcv.csv.gz")),
                AssetType.CRYPTO,
                PriceBasis.RAW);

        crypto.print("crypto");
        assertThat(funds.byReason).isEmpty();
        assertThat(indexes.byReason).isEmpty();
        assertThat(crypto.byReason).isEmpty();
    }

    @Test
    void currenciesHaveOneGarbageDayThatIsInsideItsOwnRange() throws IOException {
        Verdicts currencies = Verdicts.of(
                new RealPrices().add(DATA.resolve("fx_crypto_commodities/fx_daily_ohlc_yahoo.csv.gz")),
                AssetType.FOREX,
                PriceBasis.RAW);

        currencies.print("currencies");
        assertThat(currencies.rows(QuarantineReason.UNEXPLAINED_JUMP))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.symbol()).isEqualTo("AUDUSD=X");
                    assertThat(row.date()).isEqualTo("2006-12-25");
                });
        assertThat(currencies.byReason.keySet())
                .containsExactlyInAnyOrder(
                        QuarantineReason.UNEXPLAINED_JUMP,
                        QuarantineReason.CLOSE_OUTSIDE_RANGE,
                        QuarantineReason.NOT_A_SESSION);
    }

    @Test
    void dayByDayTheBadStocksGetTheSameVerdicts() throws IOException {
        RealPrices prices = new RealPrices();
        for (int year : IntStream.rangeClosed(2014, 2017).toArray()) {
            prices.add(DATA.resolve("prices/us_stocks_daily_%d.csv.gz".formatted(year)));
        }
        for (String symbol : List.of("CRVO", "TOPS", "ASTH", "AACG", "AAPL")) {
            BarBatch batch = RealPrices.batch(
                    AssetType.STOCK,
                    PriceBasis.SPLIT_ADJUSTED,
                    List.of(),
                    prices.rows().get(symbol));

            assertThat(RealPrices.dayByDay(batch).accepted())
                    .as(symbol)
                    .isEqualTo(BarChecks.check(batch).accepted());
        }
    }

    /** What became of all rows of a file. */
    private static final class Verdicts {

        private final Map<QuarantineReason, List<Rejected>> byReason = new EnumMap<>(QuarantineReason.class);
        private final Map<String, Long> flags = new TreeMap<>();
        private long rows;

        static Verdicts of(RealPrices prices, AssetType type, PriceBasis basis) {
            Verdicts verdicts = new Verdicts();
            prices.rows().values().forEach(rows -> {
                Checked<DailyBar> checked = BarChecks.check(RealPrices.batch(type, basis, List.of(), rows));
                verdicts.rows += rows.size();
                checked.rejected().forEach(row -> verdicts.byReason
                        .computeIfAbsent(row.reason(), reason -> new ArrayList<>())
                        .add(row));
                checked.accepted().forEach(bar -> io.lumia.market.BarFlag.of(bar.flags())
                        .forEach(flag -> verdicts.flags.merge(flag.code(), 1L, Long::sum)));
            });
            return verdicts;
        }

        List<Rejected> rows(QuarantineReason reason) {
            return byReason.getOrDefault(reason, List.of());
        }

        TreeSet<String> symbols(QuarantineReason reason) {
            TreeSet<String> symbols = new TreeSet<>();
            rows(reason).forEach(row -> symbols.add(row.symbol()));
            return symbols;
        }

        void print(String name) {
            System.out.printf("%s: %,d rows; flagged %s%n", name, rows, flags);
            byReason.forEach((reason, bad) -> {
                Map<String, Integer> perSymbol = new TreeMap<>();
                bad.forEach(row -> perSymbol.merge(row.symbol(), 1, Integer::sum));
                System.out.printf("  %s: %,d %s%n", reason.code(), bad.size(), perSymbol);
            });
        }
    }
}
