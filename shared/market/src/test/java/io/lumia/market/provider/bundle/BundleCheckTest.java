package io.lumia.market.provider.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.market.ExchangeCalendar;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleCheckTest {

    @TempDir
    private Path folder;

    private BundleUnderTest bundle;

    @BeforeEach
    void writeBundle() {
        bundle = new BundleUnderTest(folder).write("bars.csv", BundleUnderTest.BARS);
    }

    @Test
    void aGoodBundleIsUsableAndNothingIsSetAside() {
        BundleReport report = BundleCheck.check(bundle.location());

        assertThat(report.isUsable()).isTrue();
        assertThat(report.setAside()).isZero();
        assertThat(report.warnings()).isEmpty();
        assertThat(report.assets()).isEmpty();
        assertThat(report.files()).extracting(BundleReport.FileReport::file).containsExactly("assets", "bars");
        assertThat(report.files().get(1).rows()).isEqualTo(3);
        assertThat(report.files().get(1).symbols()).isEqualTo(2);
        assertThat(report.files().get(1).firstDate()).isEqualTo("2020-01-02");
        assertThat(report.files().get(1).lastDate()).isEqualTo("2020-01-03");
        assertThat(report.toLines().getLast()).isEqualTo("usable, 0 row(s) would be set aside");
    }

    @Test
    void everyBadRowIsCountedByReasonAndTheFirstAreShown() {
        bundle.write(
                "bars.csv",
                BundleUnderTest.BARS
                        + "AAPL,2020-01-04,1,1,1,1,1\nAAPL,2020-01-06,10,11,9,,1\nMSFT,2020-01-06,10,11,9,10,1\n"
                        + "junk\nAAPL,2021-06-01,10,11,9,10,1\nAAPL,2020-01-03,10.5,12,10,11,1100\n");

        BundleReport.FileReport bars =
                BundleCheck.check(bundle.location()).files().get(1);

        assertThat(bars.rows()).isEqualTo(9);
        assertThat(bars.accepted()).isEqualTo(3);
        assertThat(bars.setAside())
                .containsOnlyKeys(
                        "not_a_session",
                        "missing_value",
                        "unknown_symbol",
                        "malformed_line",
                        "future_date",
                        "duplicate");
        assertThat(bars.problems()).extracting(BundleReport.Problem::line).containsExactly(5L, 6L, 7L, 8L, 9L, 10L);
        assertThat(bars.unknownSymbols()).containsExactly("MSFT");
    }

    @Test
    void onlyTheFirstTwentyProblemsAreShownButAllCounted() {
        bundle.write("bars.csv", BundleUnderTest.BARS + "junk\n".repeat(1_000));

        BundleReport.FileReport bars =
                BundleCheck.check(bundle.location()).files().get(1);

        assertThat(bars.setAside()).containsEntry("malformed_line", 1_000L);
        assertThat(bars.problems()).hasSize(20);
        assertThat(bars.problems().getLast().line()).isEqualTo(24);
    }

    @Test
    void theManifestIsHeldAgainstTheSchema() {
        bundle.write("bundle.json", BundleUnderTest.MANIFEST.replace("split_adjusted", "adjusted"));

        BundleReport report = BundleCheck.check(bundle.location());

        assertThat(report.isUsable()).isFalse();
        assertThat(report.errors()).anyMatch(error -> error.contains("price_basis"));
        assertThat(report.toLines().getLast()).isEqualTo("not usable");
    }

    @Test
    void aTableWithoutItsColumnsDoesNotHideTheOthers() {
        bundle.write("actions.csv", "symbol,date,value\nAAPL,2020-08-31,4\n");

        BundleReport report = BundleCheck.check(bundle.location());

        assertThat(report.errors()).singleElement().asString().startsWith("actions.csv lacks the column 'kind'");
        assertThat(report.files()).extracting(BundleReport.FileReport::file).contains("bars");
    }

    @Test
    void articlesAreCheckedThoughNotLoaded() {
        bundle.write("articles.csv", """
                published_at,symbols,source,kind,title,body,url
                2020-01-02,AAPL;SPY,Reuters,news,"Apple, again",,
                2020-01-02T14:30:00Z,AAPL,Reuters,news,"One title
                over two lines",,
                yesterday,AAPL,Reuters,news,A title,,
                2020-01-02,AAPL,Reuters,gossip,A title,,
                2020-01-02,AAPL,Reuters,news,,,
                2020-01-02,AAPL,Reuters,news
                """);

        BundleReport.FileReport articles =
                BundleCheck.check(bundle.location()).files().get(2);

        assertThat(articles.rows()).isEqualTo(6);
        assertThat(articles.accepted()).isEqualTo(2);
        assertThat(articles.problems()).extracting(BundleReport.Problem::line).containsExactly(5L, 6L, 7L, 8L);
    }

    @Test
    void anAssetsDoubtfulBarsAreToldOf() {
        StringBuilder bars = new StringBuilder("symbol,date,open,high,low,close,volume\n");
        for (LocalDate day :
                ExchangeCalendar.UNITED_STATES.sessions(LocalDate.of(2020, 1, 2), LocalDate.of(2020, 3, 31))) {
            int price = day.equals(LocalDate.of(2020, 3, 2)) ? 1_000 : 100;
            bars.append("AAPL,%s,%d,%d,%d,%d,1000\n".formatted(day, price, price, price, price));
        }
        bundle.write("bars.csv", bars.toString());

        BundleReport report = BundleCheck.check(bundle.location());

        assertThat(report.assets()).singleElement().satisfies(verdict -> {
            assertThat(verdict.symbol()).isEqualTo("AAPL");
            assertThat(verdict.setAside()).containsOnlyKeys("unexplained_jump");
            assertThat(verdict.accepted()).isEqualTo(61);
            assertThat(verdict.completeness()).isEqualTo(61.0 / 62);
        });
    }

    @Test
    void nothingAtThePlaceIsAnError() {
        assertThat(BundleCheck.check(folder.resolve("nowhere").toString()).errors())
                .singleElement()
                .asString()
                .contains("neither a folder nor a zip");
    }
}
