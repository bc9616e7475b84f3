package io.lumia.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The calendars against the dates of real histories. Runs where the system property {@code market.data.dir} names the folder
 * with {@code prices} in it; skipped elsewhere.
 */
class RealCalendarTest {

    private static final Path DATA = Path.of(System.getProperty("market.data.dir", "no-data"));

    @BeforeAll
    static void skipsWithoutData() {
        assumeTrue(Files.isDirectory(DATA), "no real data: set -Dmarket.data.dir=FOLDER to run this");
    }

    @Test
    void theStandardAndPoors500HasABarOnEverySessionFrom1990To2024() throws IOException {
        TreeSet<LocalDate> dates = dates(
                "prices/us_indexes_daily_ohlc.csv.gz",
                1,
                fields -> fields[0].contains("GSPC") || fields[0].contains("500"));

        assertThat(dates).hasSizeGreaterThan(8_000);
        assertThat(ExchangeCalendar.UNITED_STATES.sessions(dates.first(), dates.last()))
                .containsExactlyElementsOf(dates);
    }

    @Test
    void mutualFundsHaveANetAssetValueOnEverySessionUpTo2025() throws IOException {
        TreeSet<LocalDate> dates = dates("etf_funds/mutual_funds_daily_close.csv.gz", 1, _ -> true);

        assertThat(dates.last()).hasToString("2025-12-31");
        assertThat(ExchangeCalendar.UNITED_STATES.sessions(dates.first(), dates.last()))
                .containsExactlyElementsOf(dates);
    }

    @Test
    void theEuropeanCentralBankPublishesOnEveryTargetDay() throws IOException {
        TreeSet<LocalDate> dates = dates("fx_crypto_commodities/ecb_eurofxref_daily.csv.gz", 0, _ -> true);

        assertThat(ExchangeCalendar.TARGET.sessions(dates.first(), dates.last()))
                .containsExactlyElementsOf(dates);
    }

    @Test
    void noYieldIsExpectedOnADayWithoutOne() throws IOException {
        Set<LocalDate> dates = dates(
                "macro/fred_series_long.csv.gz",
                1,
                fields -> fields[0].equals("DGS10") && fields.length > 2 && !fields[2].isEmpty());

        List<LocalDate> expected =
                ExchangeCalendar.FEDERAL_RESERVE.expected(LocalDate.of(1990, 1, 2), LocalDate.of(2024, 6, 28));

        assertThat(dates).containsAll(expected);
    }

    @Test
    void bitcoinHasABarOfEveryDay() throws IOException {
        TreeSet<LocalDate> dates =
                dates("fx_crypto_commodities/crypto_daily_ohlcv.csv.gz", 1, fields -> fields[0].startsWith("BTC"));

        assertThat(ExchangeCalendar.DAILY.sessions(dates.first(), dates.last())).containsExactlyElementsOf(dates);
    }

    @Test
    void theEuroTradesOnEveryExpectedDayButFiveThatItsSourceLacks() throws IOException {
        TreeSet<LocalDate> dates =
                dates("fx_crypto_commodities/fx_daily_ohlc_yahoo.csv.gz", 1, fields -> fields[0].equals("EURUSD=X"));

        List<LocalDate> missing = ExchangeCalendar.CURRENCIES.expected(LocalDate.of(2010, 1, 1), dates.last()).stream()
                .filter(day -> !dates.contains(day))
                .toList();

        assertThat(missing)
                .extracting(LocalDate::toString)
                .containsExactly("2012-12-04", "2013-10-08", "2017-07-11", "2017-11-16", "2019-05-22");
    }

    private static TreeSet<LocalDate> dates(String file, int column, Predicate<String[]> wanted) throws IOException {
        TreeSet<LocalDate> dates = new TreeSet<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(DATA.resolve(file))), StandardCharsets.UTF_8))) {
            lines.lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .filter(wanted)
                    .forEach(fields -> dates.add(LocalDate.parse(fields[column].substring(0, 10))));
        }
        return dates;
    }
}
