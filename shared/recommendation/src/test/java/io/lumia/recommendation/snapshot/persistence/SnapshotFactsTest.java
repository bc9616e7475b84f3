package io.lumia.recommendation.snapshot.persistence;

import static io.lumia.recommendation.snapshot.persistence.BooksToRead.LEARNED;
import static io.lumia.recommendation.snapshot.persistence.BooksToRead.year;
import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.market.Asset;
import io.lumia.market.CompanyFact;
import io.lumia.market.Fundamental;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a company had reported. */
class SnapshotFactsTest {

    private static final String CIK = "320193";
    private static final String LATER = "2017-12-31T00:00:00Z";

    private final BooksToRead books = new BooksToRead();
    private final Asset stock = books.stock("AAA");

    @Test
    void aReportCountsFromItsDayOnAndItsRestatementBesideIt() {
        books.report(
                stock,
                LEARNED,
                year("revenue", 2015, "2016-02-20", 10),
                year("revenue", 2016, "2017-02-20", 20),
                year("revenue", 2016, "2017-11-08", 21),
                year("net_income", 2016, "2017-11-09", 2));

        assertThat(facts())
                .containsExactly(
                        year("revenue", 2015, "2016-02-20", 10),
                        year("revenue", 2016, "2017-02-20", 20),
                        year("revenue", 2016, "2017-11-08", 21));
    }

    @Test
    void aCorrectionThatCameLaterChangesNothing() {
        books.report(stock, LEARNED, year("revenue", 2016, "2017-02-20", 20));
        String before = books.read().id();

        books.report(stock, LATER, year("revenue", 2016, "2017-02-20", 99), year("revenue", 2015, "2016-02-20", 10));

        assertThat(books.read().id()).isEqualTo(before);
        assertThat(facts()).extracting(Fundamental::value).containsExactly(20.0);
    }

    @Test
    void periodsThatEndedMoreThanThreeYearsAgoAreLeftOut() {
        books.report(stock, LEARNED, year("revenue", 2013, "2014-02-20", 10), year("revenue", 2014, "2015-02-20", 11));

        assertThat(facts()).extracting(Fundamental::value).containsExactly(11.0);
    }

    @Test
    void taggedNumbersFillInUnderOurNames() {
        books.report(stock, LEARNED, year("revenue", 2016, "2017-02-20", 20));
        books.companyFacts(
                LEARNED,
                fact("us-gaap:Revenues", "USD", "2016-01-01", "2016-12-31", 77, "0000320193-17-000001"),
                fact("us-gaap:NetIncomeLoss", "USD", "2016-01-01", "2016-12-31", 5, "0000320193-17-000001"),
                fact("us-gaap:NetIncomeLoss", "EUR/shares", "2015-01-01", "2015-12-31", 5, "0000320193-17-000001"),
                fact(
                        "us-gaap:PaymentsToAcquirePropertyPlantAndEquipment",
                        "USD",
                        "2016-01-01",
                        "2016-12-31",
                        3,
                        "0000320193-17-000001"),
                fact(
                        "dei:EntityCommonStockSharesOutstanding",
                        "shares",
                        null,
                        "2017-01-31",
                        1000,
                        "0000320193-17-000001"),
                fact("us-gaap:Goodwill", "USD", null, "2016-12-31", 8, "0000320193-17-000001"));

        assertThat(facts())
                .extracting(fact -> fact.metric() + " " + fact.value() + " " + fact.currency())
                .containsExactly(
                        "capital_expenditures -3.0 USD",
                        "net_income 5.0 USD",
                        "revenue 20.0 USD",
                        "shares_outstanding 1000.0 ");
        assertThat(facts().getFirst().reportedAt())
                .as("accepted at ten in the evening, New York")
                .isEqualTo("2017-02-15");
        assertThat(facts().getLast().periodStart()).isEqualTo("2017-01-31");
    }

    @Test
    void aNumberThatIsToldAgainIsToldOnceAndARestatementBesideIt() {
        books.companyFacts(
                LEARNED,
                fact("us-gaap:Assets", "USD", null, "2016-12-31", 7, "0000320193-17-000001"),
                fact("us-gaap:Assets", "USD", null, "2016-12-31", 7, "0000320193-17-000002"),
                fact("us-gaap:Assets", "USD", null, "2016-12-31", 6, "0000320193-17-000003"));
        books.execute(
                "UPDATE market.filing SET accepted_at = accepted_at + interval '1 day' * right(accession, 1)::int");

        assertThat(facts()).extracting(Fundamental::value).containsExactly(7.0, 6.0);
        assertThat(facts())
                .extracting(fact -> fact.reportedAt().toString())
                .containsExactly("2017-02-16", "2017-02-18");
    }

    @Test
    void aFilingCountsFromItsAcceptanceOn() {
        books.companyFacts(LEARNED, fact("us-gaap:Assets", "USD", null, "2016-12-31", 7, "0000320193-17-000001"));
        books.execute("UPDATE market.filing SET accepted_at = '2017-11-08T22:00:01Z'");

        assertThat(facts()).isEmpty();
    }

    private List<Fundamental> facts() {
        return books.seen(stock).facts();
    }

    private static CompanyFact fact(
            String concept, String unit, @Nullable String start, String end, double value, String accession) {
        return new CompanyFact(
                CIK,
                concept,
                unit,
                start == null ? null : LocalDate.parse(start),
                LocalDate.parse(end),
                value,
                accession,
                "10-K",
                LocalDate.of(2017, 2, 15),
                2016,
                "FY",
                null);
    }
}
