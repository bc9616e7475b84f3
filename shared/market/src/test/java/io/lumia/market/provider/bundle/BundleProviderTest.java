package io.lumia.market.provider.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.market.ActionKind;
import io.lumia.market.AssetDefinition;
import io.lumia.market.AssetType;
import io.lumia.market.BarFlag;
import io.lumia.market.CorporateAction;
import io.lumia.market.DailyBar;
import io.lumia.market.Dataset;
import io.lumia.market.Observation;
import io.lumia.market.PriceBasis;
import io.lumia.market.QuarantineReason;
import io.lumia.market.Rejected;
import io.lumia.market.provider.ParsedAnswer;
import io.lumia.market.provider.ProviderAnswer;
import io.lumia.market.provider.ProviderCatalog;
import io.lumia.market.provider.ProviderRequest;
import io.lumia.market.provider.RawAnswer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BundleProviderTest {

    private static final LocalDate END = LocalDate.of(2020, 12, 31);

    private final BundleProvider provider = new BundleProvider();

    @TempDir
    private Path folder;

    @TempDir
    private Path other;

    private BundleUnderTest bundle;

    @BeforeEach
    void writeBundle() {
        bundle = new BundleUnderTest(folder).write("bars.csv", BundleUnderTest.BARS);
    }

    @AfterEach
    void removeUnpackedFiles() {
        provider.close();
    }

    @Test
    void catalogNamesSourceAndSymbolsInTheOrderOfTheFile() {
        ProviderCatalog catalog = provider.catalog(bundle.location());

        assertThat(catalog.source().provider()).isEqualTo("bundle");
        assertThat(catalog.source().name()).isEqualTo("test");
        assertThat(catalog.source().asOf()).isEqualTo(Instant.parse("2020-12-31T22:00:00Z"));
        assertThat(catalog.source().priceBasis()).isEqualTo(PriceBasis.SPLIT_ADJUSTED);
        assertThat(catalog.symbols())
                .containsOnlyKeys(Dataset.ASSETS, Dataset.BARS)
                .containsEntry(Dataset.BARS, List.of("AAPL", "SPY"));
        assertThat(catalog.warnings()).isEmpty();
    }

    @Test
    void readsAssetsWithEmptyCellsAsUnknown() {
        List<AssetDefinition> assets = read(Dataset.ASSETS, "AAPL", "SPY").assets();

        assertThat(assets).hasSize(2);
        assertThat(assets.get(0).exchangeMic()).isEqualTo("XNAS");
        assertThat(assets.get(0).cik()).isEqualTo("320193");
        assertThat(assets.get(0).marketCap()).isEqualTo(2e12);
        assertThat(assets.get(0).firstDate()).isEqualTo("1980-12-12");
        assertThat(assets.get(0).lastDate()).isNull();
        assertThat(assets.get(1).type()).isEqualTo(AssetType.ETF);
        assertThat(assets.get(1).sector()).isNull();
        assertThat(assets.get(1).marketCap()).isNull();
    }

    @Test
    void readsBarsWithTheirLineAndText() {
        ParsedAnswer answer = read(Dataset.BARS, "AAPL");

        assertThat(answer.rejected()).isEmpty();
        assertThat(answer.bars()).extracting(ParsedAnswer.Row::line).containsExactly(2L, 3L);
        assertThat(answer.bars().get(1).raw()).isEqualTo("AAPL,2020-01-03,10.5,12,10,11,1100");
        assertThat(answer.bars().get(1).value())
                .isEqualTo(new DailyBar(LocalDate.of(2020, 1, 3), 10.5, 12, 10, 11, 1100, Double.NaN, 0));
    }

    @Test
    void theRawAnswerIsTheFilesOwnTextWithLineNumbersInFront() {
        RawAnswer raw = BundleUnderTest.raw(provider, bundle.location(), Dataset.BARS, List.of("SPY"), null, END);

        assertThat(new String(raw.content(), StandardCharsets.UTF_8))
                .isEqualTo("line,symbol,date,open,high,low,close,volume\n4,SPY,2020-01-02,300,301,299,300.5,5000\n");
    }

    @Test
    void aRequestWithAFirstDateGetsItsDaysOnly() {
        LocalDate day = LocalDate.of(2020, 1, 3);

        ParsedAnswer answer =
                BundleUnderTest.read(provider, bundle.location(), Dataset.BARS, List.of("AAPL", "SPY"), day, day);

        assertThat(answer.bars()).extracting(row -> row.value().date()).containsExactly(day);
    }

    @Test
    void columnOrderIsFreeAndTheFileMayHaveByteOrderMarkCarriageReturnsAndQuotes() {
        bundle.write(
                "bars.csv",
                "\uFEFFvolume,Close,\"low\",high,open,Date,SYMBOL,Adj Close\r\n"
                        + "1000,\"10.5\",9,11,10,2020-01-02,aapl,10.1\r\n\r\n");

        ParsedAnswer answer = read(Dataset.BARS, "AAPL");

        assertThat(answer.rejected()).isEmpty();
        assertThat(answer.bars().getFirst().symbol()).isEqualTo("AAPL");
        assertThat(answer.bars().getFirst().value())
                .isEqualTo(new DailyBar(LocalDate.of(2020, 1, 2), 10, 11, 9, 10.5, 1000, 10.1, 0));
    }

    @Test
    void warnsOfUnknownColumnsFieldsAndExchanges() {
        bundle.write("bars.csv", "symbol,date,open,high,low,close,volume,vwap\nAAPL,2020-01-02,10,11,9,10.5,1,10.2\n");
        bundle.write("bundle.json", BundleUnderTest.MANIFEST.replace("{", "{\"author\": \"me\", "));
        bundle.write("assets.csv", "symbol,name,asset_type,exchange\nAAPL,Apple,stock,The Big One\n");

        assertThat(provider.catalog(bundle.location()).warnings())
                .containsExactlyInAnyOrder(
                        "bundle.json: unknown field 'author'",
                        "bars.csv: unknown column 'vwap' is not read",
                        "assets.csv line 2: exchange 'The Big One' is neither a market identifier nor a name we know;"
                                + " the asset has none");
        assertThat(read(Dataset.BARS, "AAPL").bars()).hasSize(1);
    }

    @Test
    void aMissingColumnIsNamedWithWhatIsThere() {
        bundle.write("bars.csv", "symbol,date,open,high,low,volume\nAAPL,2020-01-02,10,11,9,1\n");

        assertThatThrownBy(() -> provider.catalog(bundle.location()))
                .isInstanceOfSatisfying(
                        AppException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.MALFORMED_BUNDLE))
                .hasMessage("bars.csv lacks the column 'close'; it has: symbol, date, open, high, low, volume");
        assertThat(fetch(Dataset.BARS, "AAPL")).isInstanceOf(ProviderAnswer.SchemaChanged.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | 'name' is missing",
                "[] | not a JSON object",
                "nonsense | not JSON",
                "'' | empty",
                "{\"name\":\"a\",\"name\":\"b\"} | Duplicate field",
                "{\"name\":7} | 'name' is 7",
                "{\"name\":\"=cmd()\"} | formula",
                "{\"name\":\"a\",\"as_of\":\"yesterday\"} | 'as_of' is 'yesterday'",
                "{\"name\":\"a\",\"as_of\":\"2020-12-31\",\"price_basis\":\"adjusted\"} | price_basis is 'adjusted'",
                "{\"name\":\"a\",\"as_of\":\"2020-12-31\",\"price_basis\":\"raw\",\"currency\":\"$\"} | 'currency' is '$'"
            })
    void aManifestThatSaysLessOrOtherThanItMustIsRefused(String json, String told) {
        bundle.write("bundle.json", json);

        assertThatThrownBy(() -> provider.catalog(bundle.location()))
                .isInstanceOf(AppException.class)
                .hasMessageContaining(told);
    }

    @Test
    void aDateAsAsOfMeansTheWholeDay() {
        bundle.write("bundle.json", BundleUnderTest.MANIFEST.replace("2020-12-31T22:00:00Z", "2020-12-31"));

        assertThat(provider.catalog(bundle.location()).source().asOf()).isEqualTo("2020-12-31T23:59:59Z");
    }

    @Test
    void malformedLinesAreRejectedOneByOneWithTheirNumberAndTheRestLoads() {
        bundle.write("bars.csv", """
                symbol,date,open,high,low,close,volume
                AAPL,2020-01-02,10,11,9,10.5,1000
                AAPL,2020-01-03,10,11
                AAPL,2020-13-03,10,11,9,10.5,1000
                AAPL,2020-01-06,"10,11,9,10.5,1000
                AAPL,2020-01-07,10,11,9,"1,050",1000
                just text
                AAPL,2020-01-08,10,11,9,10.5,1000
                """);

        assertThat(provider.catalog(bundle.location()).symbols().get(Dataset.BARS))
                .containsExactly("AAPL", "?");
        ParsedAnswer answer = read(Dataset.BARS, "AAPL", "?");

        assertThat(answer.bars()).extracting(ParsedAnswer.Row::line).containsExactly(2L, 8L);
        assertThat(answer.rejected()).extracting(Rejected::line).containsExactly(3L, 4L, 5L, 6L, 7L);
        assertThat(answer.rejected()).allMatch(row -> row.reason() == QuarantineReason.MALFORMED_LINE);
        assertThat(answer.rejected())
                .extracting(Rejected::detail)
                .containsExactly(
                        "4 fields where the header has 7",
                        "date is '2020-13-03'; allowed: a date such as 2017-12-29",
                        "a quote is opened and not closed",
                        "close is '1,050'; allowed: a number such as 12.34",
                        "1 fields where the header has 7");
        assertThat(answer.rejected().getLast().symbol()).isEqualTo("?");
        assertThat(answer.rejected().getLast().row()).isEqualTo("just text");
    }

    @Test
    void rowsWithoutADayAreHandedOutOnlyWithTheWholeHistory() {
        bundle.write("bars.csv", BundleUnderTest.BARS + "just text\n,2020-01-03,1,1,1,1,1\nAAPL,never,1,1,1,1,1\n");
        LocalDate day = LocalDate.of(2020, 1, 3);

        ParsedAnswer ranged =
                BundleUnderTest.read(provider, bundle.location(), Dataset.BARS, List.of("AAPL", "?"), day, day);

        assertThat(ranged.bars()).hasSize(1);
        assertThat(ranged.rejected()).isEmpty();
        assertThat(read(Dataset.BARS, "AAPL", "?").rejected()).hasSize(3);
    }

    @Test
    void aRowAfterTheBundlesOwnEndIsHandedOutWithTheWholeHistoryToBeRefused() {
        bundle.write("bars.csv", BundleUnderTest.BARS + "AAPL,2099-01-02,1,1,1,1,1\nAAPL,2020-06-01,1,1,1,1,1\n");
        LocalDate june = LocalDate.of(2020, 5, 31);

        ParsedAnswer history =
                BundleUnderTest.read(provider, bundle.location(), Dataset.BARS, List.of("AAPL"), null, june);

        assertThat(history.bars())
                .extracting(row -> row.value().date().getYear())
                .containsExactly(2020, 2020, 2099);
    }

    @ParameterizedTest
    @CsvSource({
        "NaN,NON_FINITE_PRICE",
        "Infinity,NON_FINITE_PRICE",
        "-inf,NON_FINITE_PRICE",
        "1e309,NON_FINITE_PRICE",
        "'',MISSING_VALUE",
        "0x10,MALFORMED_LINE",
        "1.0f,MALFORMED_LINE",
        "=1+1,MALFORMED_LINE",
        "+1,MALFORMED_LINE",
        "1.2.3,MALFORMED_LINE",
        "--1,MALFORMED_LINE",
        "1e,MALFORMED_LINE",
        "null,MALFORMED_LINE",
        "'1\u0000',MALFORMED_LINE",
        "12345678901234567890123456789012345678901,MALFORMED_LINE"
    })
    void aPriceThatIsNoNumberIsRefusedWithAReason(String close, QuarantineReason reason) {
        bundle.write("bars.csv", "symbol,date,open,high,low,close,volume\nAAPL,2020-01-02,10,11,9," + close + ",1\n");

        ParsedAnswer answer = read(Dataset.BARS, "AAPL");

        assertThat(answer.bars()).isEmpty();
        assertThat(answer.rejected()).extracting(Rejected::reason).containsExactly(reason);
        assertThat(answer.rejected().getFirst().row()).doesNotContain("\u0000");
    }

    @Test
    void aCloseAloneStandsForTheDayAndAMissingVolumeIsSaid() {
        bundle.write("bars.csv", "symbol,date,open,high,low,close,volume\nVFIAX,2020-01-02,,,,10.5,\n");

        DailyBar bar = read(Dataset.BARS, "VFIAX").bars().getFirst().value();

        assertThat(bar.open()).isEqualTo(10.5);
        assertThat(bar.volume()).isNaN();
        assertThat(BarFlag.of(bar.flags())).containsExactlyInAnyOrder(BarFlag.CLOSE_ONLY, BarFlag.VOLUME_MISSING);
    }

    @Test
    void readsActionsObservationsAndSeries() {
        bundle.write("actions.csv", "symbol,date,kind,value\nAAPL,2020-08-31,split,4.0\nAAPL,2020-09-01,gift,1\n");
        bundle.write("series.csv", "id,name,asset_type,unit,frequency\nDGS10,10-year yield,bond,percent,D\n");
        bundle.gzip("observations.csv.gz", "series,date,value\nDGS10,2020-01-02,-0.5\nDGS10,2020-01-03,\n");

        ParsedAnswer actions = read(Dataset.ACTIONS, "AAPL");
        ParsedAnswer observations = read(Dataset.OBSERVATIONS, "DGS10");
        AssetDefinition series = read(Dataset.ASSETS, "DGS10").assets().getFirst();

        assertThat(actions.actions().getFirst().value())
                .isEqualTo(new CorporateAction(LocalDate.of(2020, 8, 31), ActionKind.SPLIT, 4));
        assertThat(actions.rejected().getFirst().detail()).contains("gift").contains("split, dividend, spin_off");
        assertThat(observations.observations().getFirst().value())
                .isEqualTo(new Observation(LocalDate.of(2020, 1, 2), -0.5));
        assertThat(observations.rejected().getFirst().reason()).isEqualTo(QuarantineReason.MISSING_VALUE);
        assertThat(series.type()).isEqualTo(AssetType.BOND);
        assertThat(series.attributes()).containsEntry("unit", "percent").containsEntry("frequency", "D");
        assertThat(provider.catalog(bundle.location()).symbols().get(Dataset.ASSETS))
                .containsExactly("AAPL", "SPY", "DGS10");
    }

    @Test
    void assetsAndSeriesComeInOneAnswer() {
        bundle.write("series.csv", "id,name,asset_type,unit,frequency\nDGS10,10-year yield,bond,percent,D\n");

        ParsedAnswer answer = read(Dataset.ASSETS, "AAPL", "DGS10");

        assertThat(answer.assets()).extracting(asset -> asset.symbol().value()).containsExactly("AAPL", "DGS10");
    }

    @Test
    void aFundamentalWithoutReportDateGetsAnAssumedOneAndIsAskedForByIt() {
        bundle.write("fundamentals.csv", """
                symbol,metric,period_start,period_end,reported_at,value,currency
                AAPL,Net Income,2019-10-01,2019-12-31,,22236000000,USD
                AAPL,total_assets,,2019-12-31,2020-01-29,340618000000,
                """);
        LocalDate reported = LocalDate.of(2020, 2, 14);

        ParsedAnswer answer = BundleUnderTest.read(
                provider, bundle.location(), Dataset.FUNDAMENTALS, List.of("AAPL"), reported, reported);
        ParsedAnswer all = read(Dataset.FUNDAMENTALS, "AAPL");

        assertThat(answer.fundamentals()).hasSize(1);
        assertThat(answer.fundamentals().getFirst().value().metric()).isEqualTo("net_income");
        assertThat(answer.fundamentals().getFirst().value().reportedAt()).isEqualTo(reported);
        assertThat(answer.fundamentals().getFirst().value().reportedAtAssumed()).isTrue();
        assertThat(all.fundamentals()).hasSize(2);
        assertThat(all.fundamentals().get(1).value().periodStart()).isEqualTo("2019-12-31");
        assertThat(all.fundamentals().get(1).value().reportedAtAssumed()).isFalse();
        assertThat(all.fundamentals().get(1).value().currency()).isEqualTo("USD");
    }

    @Test
    void aReusedTickerIsTwoAssetsAndAnOverlappingOneADuplicate() {
        bundle.write("assets.csv", """
                symbol,name,asset_type,first_date,last_date
                USO,Old Company,stock,1990-01-02,1998-12-28
                USO,United States Oil Fund,etf,2006-04-10,
                USO,Third,etf,2010-01-04,
                """);

        ParsedAnswer answer = read(Dataset.ASSETS, "USO");

        assertThat(answer.assets())
                .extracting(AssetDefinition::name)
                .containsExactly("Old Company", "United States Oil Fund");
        assertThat(answer.rejected()).extracting(Rejected::line).containsExactly(4L);
        assertThat(answer.rejected().getFirst().reason()).isEqualTo(QuarantineReason.DUPLICATE);
    }

    @Test
    void aDescriptionMayHoldCommasQuotesAndLineEnds() {
        bundle.write(
                "assets.csv",
                "symbol,name,asset_type,description\nAAPL,\"Apple, Inc.\",stock,\"Makes \"\"phones\"\"\nand more\"\nSPY,SPY,etf,x\n");

        ParsedAnswer answer = read(Dataset.ASSETS, "AAPL", "SPY");

        assertThat(answer.rejected()).isEmpty();
        assertThat(answer.assets().getFirst().name()).isEqualTo("Apple, Inc.");
        assertThat(answer.assets().getFirst().description()).isEqualTo("Makes \"phones\"\nand more");
        assertThat(answer.assets()).hasSize(2);
    }

    @Test
    void anOpenQuoteInProseCostsItsOwnLineOnly() {
        bundle.write(
                "assets.csv",
                "symbol,name,asset_type,description\nAAPL,\"Apple,stock,x\nSPY,SPY,etf,x\nMSFT,Microsoft,stock,\"y\n");

        ParsedAnswer answer = read(Dataset.ASSETS, "AAPL", "SPY", "MSFT", "?");

        assertThat(answer.assets()).extracting(asset -> asset.symbol().value()).containsExactly("SPY");
        assertThat(answer.rejected()).extracting(Rejected::line).containsExactly(2L, 4L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(1)", "@SUM(1)", "+1+1", "-1-1", "evil\u202Etxt", "nul\u0000", "line\u2028end"})
    void aNameThatCouldHarmAReaderIsRefused(String name) {
        bundle.write("assets.csv", "symbol,name,asset_type\nAAPL," + name + ",stock\n");

        ParsedAnswer answer = read(Dataset.ASSETS, "AAPL");

        assertThat(answer.assets()).isEmpty();
        assertThat(answer.rejected().getFirst().detail()).startsWith("name ");
    }

    @Test
    void readsAZipAlsoWhenItsFilesLieInAFolder() throws IOException {
        bundle.gzip("actions.csv.gz", "symbol,date,kind,value\nAAPL,2020-08-31,split,4.0\n");

        for (String prefix : List.of("", "my-bundle/")) {
            String zip = bundle.zip(other.resolve("bundle" + prefix.length() + ".zip"), prefix)
                    .toString();

            assertThat(provider.catalog(zip).symbols().get(Dataset.BARS)).containsExactly("AAPL", "SPY");
            assertThat(BundleUnderTest.read(provider, zip, Dataset.BARS, List.of("SPY"))
                            .bars())
                    .hasSize(1);
            assertThat(BundleUnderTest.read(provider, zip, Dataset.ACTIONS, List.of("AAPL"))
                            .actions())
                    .hasSize(1);
        }
    }

    @Test
    void aChangedFileIsReadAgain() {
        assertThat(read(Dataset.BARS, "AAPL").bars()).hasSize(2);

        bundle.write("bars.csv", BundleUnderTest.BARS + "AAPL,2020-01-06,10,11,9,10.5,1000\n");

        assertThat(read(Dataset.BARS, "AAPL").bars()).hasSize(3);
    }

    @Test
    void saysWhatItDoesNotHave() throws IOException {
        assertThat(fetch(Dataset.BARS, "MSFT")).isInstanceOf(ProviderAnswer.SymbolUnknown.class);
        assertThat(fetch(Dataset.ACTIONS, "AAPL")).isInstanceOf(ProviderAnswer.EmptyConfirmed.class);
        assertThat(provider.fetch(new ProviderRequest(
                        bundle.location(), Dataset.BARS, List.of("AAPL"), LocalDate.of(2020, 2, 1), END)))
                .isInstanceOf(ProviderAnswer.EmptyConfirmed.class);
        assertThat(provider.fetch(new ProviderRequest(
                        folder.resolve("nowhere").toString(), Dataset.BARS, List.of("AAPL"), null, END)))
                .isInstanceOf(ProviderAnswer.Unreachable.class);
        bundle.without("assets.csv");
        assertThatThrownBy(() -> provider.catalog(bundle.location())).hasMessage("the bundle has no assets.csv");
    }

    @Test
    void aPlainAndAPackedFileOfTheSameNameAreRefused() {
        bundle.gzip("bars.csv.gz", BundleUnderTest.BARS);

        assertThatThrownBy(() -> provider.catalog(bundle.location()))
                .hasMessageContaining("both bars.csv and bars.csv.gz");
    }

    @Test
    void aBombIsRefused() {
        bundle.gzip("observations.csv.gz", "series,date,value\n" + "0".repeat(40 << 20));

        assertThatThrownBy(() -> provider.catalog(bundle.location()))
                .isInstanceOfSatisfying(
                        AppException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.MALFORMED_BUNDLE))
                .hasMessageContaining("unpacks to more than 200 times");
    }

    @Test
    void aPackedFileThatIsCutOffOrIsNoneIsRefused() {
        bundle.write("observations.csv.gz", new byte[] {31, (byte) 139, 8, 0, 0, 0, 0, 0, 0, 0, 5});
        assertThat(fetch(Dataset.OBSERVATIONS, "X")).isInstanceOf(ProviderAnswer.SchemaChanged.class);

        bundle.write("observations.csv.gz", "series,date,value\n");
        assertThat(fetch(Dataset.OBSERVATIONS, "X")).isInstanceOf(ProviderAnswer.SchemaChanged.class);
    }

    @Test
    void anEndlessLineIsCutAndTheNextOneRead() {
        bundle.write(
                "bars.csv", BundleUnderTest.BARS + "AAPL," + "9".repeat(5_000_000) + "\nSPY,2020-01-03,1,1,1,1,1\n");

        ParsedAnswer answer = read(Dataset.BARS, "SPY", "AAPL", "?");

        assertThat(answer.bars()).extracting(ParsedAnswer.Row::line).containsExactly(2L, 3L, 4L, 6L);
        assertThat(answer.rejected()).extracting(Rejected::line).containsExactly(5L);
        assertThat(answer.rejected().getFirst().detail()).isEqualTo("longer than 16,384 bytes");
        assertThat(answer.rejected().getFirst().row()).hasSizeLessThanOrEqualTo(1_000);
    }

    @Test
    void slicesOfAFileSortedByDateEqualThoseOfOneSortedBySymbol() {
        StringBuilder byDate = new StringBuilder("symbol,date,open,high,low,close,volume\n");
        StringBuilder bySymbol = new StringBuilder(byDate);
        for (int day = 1; day <= 200; day++) {
            for (int asset = 0; asset < 5; asset++) {
                byDate.append(line(asset, day));
            }
        }
        for (int asset = 0; asset < 5; asset++) {
            for (int day = 1; day <= 200; day++) {
                bySymbol.append(line(asset, day));
            }
        }
        LocalDate from = LocalDate.of(2020, 2, 1);
        LocalDate to = LocalDate.of(2020, 6, 1);

        bundle.write("bars.csv", byDate.toString());
        ParsedAnswer one =
                BundleUnderTest.read(provider, bundle.location(), Dataset.BARS, List.of("S3", "S1"), from, to);
        bundle.write("bars.csv", bySymbol.toString());
        ParsedAnswer two =
                BundleUnderTest.read(provider, bundle.location(), Dataset.BARS, List.of("S3", "S1"), from, to);

        assertThat(one.bars()).hasSize(2 * 122);
        assertThat(one.bars().stream().map(row -> row.symbol() + row.value()))
                .containsExactlyInAnyOrderElementsOf(two.bars().stream()
                        .map(row -> row.symbol() + row.value())
                        .toList());
    }

    private static String line(int asset, int day) {
        LocalDate date = LocalDate.of(2020, 1, 1).plusDays(day - 1L);
        int price = 100 * asset + day;
        return "S%d,%s,%d,%d,%d,%d,%d\n".formatted(asset, date, price, price, price, price, day);
    }

    private ParsedAnswer read(Dataset dataset, String... symbols) {
        return BundleUnderTest.read(provider, bundle.location(), dataset, List.of(symbols));
    }

    private ProviderAnswer fetch(Dataset dataset, String... symbols) {
        return provider.fetch(new ProviderRequest(bundle.location(), dataset, List.of(symbols), null, END));
    }
}
