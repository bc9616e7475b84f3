package io.lumia.market.persistence;

import static io.lumia.market.persistence.BooksUnderTest.RAW;
import static io.lumia.market.persistence.BooksUnderTest.stock;
import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.kernel.AsOf;
import io.lumia.market.Asset;
import io.lumia.market.CompanyFact;
import io.lumia.market.CompanyFactHistory;
import io.lumia.market.CompanyFactHistory.AcceptedFact;
import io.lumia.market.FactStore;
import io.lumia.market.FactStore.BatchStamp;
import io.lumia.market.Filing;
import io.lumia.market.MergeCounts;
import io.lumia.market.provider.ParsedAnswer.Row;
import io.lumia.market.provider.secedgar.SecEdgarAdapter;
import io.lumia.market.provider.web.ReadContext;
import io.lumia.market.provider.web.Reading;
import io.lumia.platform.web.WebResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Marvell's numbers as recorded in June 2026 (src/test/resources/providers/sec_edgar). Its pro forma loss of the first
 * quarter of fiscal 2022 was reported as 85.925 million on 2021-06-09 and as 112.7 million on 2022-05-27.
 */
final class JdbcCompanyFactHistoryTest {

    private static final Instant LEARNED = Instant.parse("2026-06-08T02:00:00Z");
    private static final Instant A_DAY_LATER = Instant.parse("2026-06-09T02:00:00Z");
    private static final String MARVELL = "1835632";
    private static final String PRO_FORMA = "us-gaap:BusinessAcquisitionsProFormaNetIncomeLoss";
    private static final LocalDate QUARTER_END = LocalDate.parse("2021-05-01");

    private final BooksUnderTest books = new BooksUnderTest();
    private final List<CompanyFact> marvell = marvell();

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void aRestatementNeverReplacesWhatWasKnown() {
        merge(LEARNED, marvell);

        assertThat(known("2021-06-10T02:00:00Z", QUARTER_END).fact().value()).isEqualTo(-85_925_000);
        assertThat(known("2022-05-28T01:59:59Z", QUARTER_END).fact().value()).isEqualTo(-85_925_000);
        assertThat(known("2022-05-28T02:00:00Z", QUARTER_END).fact().value()).isEqualTo(-112_700_000);
        assertThat(known("2022-05-28T02:00:00Z", QUARTER_END).fact().accession())
                .isEqualTo("0001835632-22-000028");
    }

    @Test
    void knowsNothingBeforeTheFilingWasAccepted() {
        merge(LEARNED, marvell);

        assertThat(history().facts(MARVELL, PRO_FORMA, asOf("2021-06-10T01:59:59Z"), 10))
                .isEmpty();
        assertThat(history().facts(MARVELL, "us-gaap:Nothing", asOf("2026-06-08T00:00:00Z"), 10))
                .isEmpty();
        assertThat(history().facts("320193", PRO_FORMA, asOf("2026-06-08T00:00:00Z"), 10))
                .isEmpty();
    }

    @Test
    void tellsAllReportsOfAPeriodOldestFirst() {
        merge(LEARNED, marvell);

        List<AcceptedFact> reports =
                history().reports(MARVELL, "us-gaap:NetIncomeLoss", asOf("2026-06-08T00:00:00Z"), 1_000);

        assertThat(reports).hasSize(102);
        assertThat(reports.stream().map(AcceptedFact::fact).filter(fact -> fact.end()
                        .equals(QUARTER_END)))
                .extracting(CompanyFact::accession)
                .containsExactly(
                        "0001835632-21-000010",
                        "0001835632-21-000022",
                        "0001835632-21-000032",
                        "0001835632-22-000028",
                        "0001835632-22-000041",
                        "0001835632-22-000053");
    }

    @Test
    void givesBackAFactAsItWasReported() {
        merge(LEARNED, marvell);

        List<AcceptedFact> shares =
                history().facts(MARVELL, "dei:EntityCommonStockSharesOutstanding", asOf("2026-06-08T00:00:00Z"), 100);

        assertThat(shares.getFirst().fact()).isEqualTo(marvell.getFirst());
        assertThat(shares.getFirst().acceptedAtAssumed()).isTrue();
        assertThat(shares).hasSize(21);
    }

    @Test
    void correctsTheAcceptanceWhenTheFilingBecomesKnown() {
        merge(LEARNED, marvell);
        Instant accepted = Instant.parse("2021-06-09T20:15:00Z");

        MergeCounts counts = mergeFilings(A_DAY_LATER, filing("0001835632-21-000010", accepted, false));

        assertThat(counts).isEqualTo(new MergeCounts(0, 1, 0));
        AcceptedFact first = known("2021-06-09T20:15:00Z", QUARTER_END);
        assertThat(first.acceptedAt()).isEqualTo(accepted);
        assertThat(first.acceptedAtAssumed()).isFalse();
        assertThat(history().facts(MARVELL, PRO_FORMA, asOf("2021-06-09T20:14:59Z"), 10))
                .isEmpty();
        assertThat(books.query("SELECT accepted_at_assumed FROM market.filing_revision"))
                .isEqualTo("t");
    }

    @Test
    void takesTheAcceptanceOfAFilingThatIsKnownAlready() {
        Instant accepted = Instant.parse("2021-06-09T20:15:00Z");
        mergeFilings(LEARNED, filing("0001835632-21-000010", accepted, false));

        merge(A_DAY_LATER, marvell);

        assertThat(known("2021-06-09T20:15:00Z", QUARTER_END).acceptedAt()).isEqualTo(accepted);
        assertThat(books.query("SELECT primary_document FROM market.filing WHERE accession = '0001835632-21-000010'"))
                .isEqualTo("mrvl-20210501.htm");
    }

    @Test
    void anAssumedTimeNeverReplacesAKnownOne() {
        Instant accepted = Instant.parse("2021-06-09T20:15:00Z");
        mergeFilings(LEARNED, filing("0001835632-21-000010", accepted, false));

        MergeCounts counts =
                mergeFilings(A_DAY_LATER, filing("0001835632-21-000010", Instant.parse("2021-06-10T00:15:00Z"), true));

        assertThat(counts).isEqualTo(new MergeCounts(0, 0, 1));
    }

    @Test
    void touchesNothingWhenTheSameAnswerComesAgain() {
        MergeCounts first = merge(LEARNED, marvell);
        String before = books.query(
                "SELECT md5(string_agg(f.xmin || ' ' || f.ctid, ',' ORDER BY f.ctid)) FROM market.company_fact f");

        MergeCounts again = merge(A_DAY_LATER, marvell);

        assertThat(first).isEqualTo(new MergeCounts(252, 0, 0));
        assertThat(again).isEqualTo(new MergeCounts(0, 0, 252));
        assertThat(
                        books.query(
                                "SELECT md5(string_agg(f.xmin || ' ' || f.ctid, ',' ORDER BY f.ctid)) FROM market.company_fact f"))
                .isEqualTo(before);
        assertThat(books.query("SELECT count(*) FROM market.filing_revision")).isEqualTo("0");
        assertThat(books.query("SELECT count(*) FROM market.company_fact_staging"))
                .isEqualTo("0");
        assertThat(books.query("SELECT count(*) FROM market.filing_staging")).isEqualTo("0");
    }

    @Test
    void keepsWhatTheSourceSaidOfOneReportBeforeItCorrectedItself() {
        CompanyFact before = marvell.getFirst();
        CompanyFact after = new CompanyFact(
                before.cik(),
                before.concept(),
                before.unit(),
                before.start(),
                before.end(),
                820_000_000,
                before.accession(),
                before.form(),
                before.filed(),
                before.fiscalYear(),
                before.fiscalPeriod(),
                before.frame());
        merge(LEARNED, List.of(before));

        MergeCounts counts = merge(A_DAY_LATER, List.of(after));

        assertThat(counts).isEqualTo(new MergeCounts(0, 1, 0));
        assertThat(history().facts(MARVELL, before.concept(), AsOf.of(LEARNED), 10))
                .extracting(known -> known.fact().value())
                .containsExactly(819_500_000.0);
        assertThat(history().facts(MARVELL, before.concept(), AsOf.of(A_DAY_LATER), 10))
                .extracting(known -> known.fact().value())
                .containsExactly(820_000_000.0);
    }

    @Test
    void givesTheNewestPeriodsWhereThereAreMoreThanAskedFor() {
        merge(LEARNED, marvell);

        List<AcceptedFact> newest =
                history().facts(MARVELL, "dei:EntityCommonStockSharesOutstanding", asOf("2022-01-01T00:00:00Z"), 2);

        assertThat(newest)
                .extracting(known -> known.fact().end())
                .containsExactly(LocalDate.parse("2021-08-20"), LocalDate.parse("2021-11-26"));
    }

    @Test
    void findsTheFactsOfAnAssetByItsCompany() {
        Asset apple = books.given(stock("AAPL", null, null));
        CompanyFact fact = new CompanyFact(
                "320193",
                "us-gaap:Assets",
                "USD",
                null,
                LocalDate.parse("2025-09-27"),
                1,
                "0000320193-25-000079",
                "10-K",
                LocalDate.parse("2025-10-31"),
                2025,
                "FY",
                null);
        merge(LEARNED, List.of(fact));

        assertThat(history().facts(apple, "us-gaap:Assets", AsOf.of(LEARNED), 10))
                .hasSize(1);
        assertThat(history().reports(apple, "us-gaap:Assets", AsOf.of(LEARNED), 10))
                .hasSize(1);
    }

    private AcceptedFact known(String asOf, LocalDate end) {
        return history().facts(MARVELL, PRO_FORMA, asOf(asOf), 100).stream()
                .filter(known -> known.fact().end().equals(end))
                .findFirst()
                .orElseThrow();
    }

    private CompanyFactHistory history() {
        return books.get(CompanyFactHistory.class);
    }

    private static AsOf asOf(String instant) {
        return AsOf.of(Instant.parse(instant));
    }

    private MergeCounts merge(Instant learnedAt, List<CompanyFact> facts) {
        var stamp = new BatchStamp(UUID.randomUUID(), RAW, learnedAt);
        return books.inTransaction(() -> books.get(FactStore.class).mergeCompanyFacts(stamp, facts));
    }

    private MergeCounts mergeFilings(Instant learnedAt, Filing filing) {
        var stamp = new BatchStamp(UUID.randomUUID(), RAW, learnedAt);
        return books.inTransaction(() -> books.get(FactStore.class).mergeFilings(stamp, List.of(filing)));
    }

    private static Filing filing(String accession, Instant acceptedAt, boolean isAssumed) {
        return new Filing(
                MARVELL,
                accession,
                "10-Q",
                LocalDate.parse("2021-06-09"),
                acceptedAt,
                isAssumed,
                QUARTER_END,
                "mrvl-20210501.htm",
                "10-Q",
                "");
    }

    private static List<CompanyFact> marvell() {
        try (InputStream stream =
                JdbcCompanyFactHistoryTest.class.getResourceAsStream("/providers/sec_edgar/companyfacts_MRVL.json")) {
            if (stream == null) {
                throw new IllegalStateException("no companyfacts_MRVL.json");
            }
            Reading reading = new SecEdgarAdapter()
                    .read(
                            ReadContext.of("companyfacts", "MRVL", LEARNED),
                            new WebResponse(200, Map.of(), stream.readAllBytes(), LEARNED));
            return ((Reading.Rows) reading)
                    .rows().companyFacts().stream().map(Row::value).toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
