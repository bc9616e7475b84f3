package io.lumia.functions.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.collection.CollectionLog;
import io.lumia.collection.Item;
import io.lumia.collection.ItemStatus;
import io.lumia.events.answercollected.v1.AnswerCollected;
import io.lumia.functions.plancollection.RegisterJob;
import io.lumia.kernel.AsOf;
import io.lumia.market.CompanyFact;
import io.lumia.market.CompanyFactHistory;
import io.lumia.market.CompanyFactHistory.AcceptedFact;
import io.lumia.market.Dataset;
import io.lumia.market.Filing;
import io.lumia.market.provider.ParsedAnswer;
import io.lumia.market.provider.ParsedAnswer.Row;
import io.lumia.market.provider.bundle.BundleProvider;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two reports of one quarter by a made-up company. */
final class FilingLoaderTest {

    private static final String FRIDAY = "2015-01-09T23:00:00Z";
    private static final String CONCEPT = "us-gaap:NetIncomeLoss";
    private static final LocalDate START = LocalDate.parse("2014-01-01");
    private static final LocalDate END = LocalDate.parse("2014-03-31");

    @TempDir
    Path folder;

    private final FakeProvider provider = new FakeProvider();
    private Workplace workplace;
    private AnswerCollected template;

    @BeforeEach
    void open() {
        workplace = new Workplace(folder);
        workplace.provide(provider);
        workplace.writeManifest("2015-01-31");
        workplace.write("assets.csv", "symbol,name,asset_type,exchange,currency", "ACME,Acme,stock,XNYS,USD");
        workplace
                .get(RegisterJob.class)
                .register(Workplace.JOB, BundleProvider.NAME, workplace.bundle.toString(), List.of(Dataset.ASSETS));
        workplace.tick(FRIDAY);
        template = workplace.collected().getFirst();
    }

    @AfterEach
    void close() {
        workplace.close();
    }

    @Test
    void loadsReportsWithoutKnowingAnyAssetOfTheCompany() {
        provider.answer(
                Dataset.COMPANY_FACTS,
                facts(fact("0000000001-14-000001", "2014-05-01", 100), fact("0000000001-14-000009", "2014-12-01", 90)));

        workplace.deliver(message("company_facts"));

        assertThat(item().status()).isEqualTo(ItemStatus.LOADED);
        assertThat(valueAsOf("2014-05-02T01:59:59Z")).isEmpty();
        assertThat(valueAsOf("2014-05-02T02:00:00Z")).containsExactly(100.0);
        assertThat(valueAsOf("2015-01-09T23:00:00Z")).containsExactly(90.0);
    }

    @Test
    void aFilingCorrectsWhenItsNumbersWerePublic() {
        provider.answer(Dataset.COMPANY_FACTS, facts(fact("0000000001-14-000001", "2014-05-01", 100)));
        provider.answer(
                Dataset.FILINGS,
                ParsedAnswer.builder()
                        .filing(new Row<>(
                                1,
                                "ACME",
                                new Filing(
                                        "1",
                                        "0000000001-14-000001",
                                        "10-Q",
                                        LocalDate.parse("2014-05-01"),
                                        Instant.parse("2014-05-01T20:05:00Z"),
                                        END,
                                        "acme.htm",
                                        "10-Q",
                                        ""),
                                "raw"))
                        .build());
        workplace.deliver(message("company_facts"));

        workplace.deliver(message("filings"));

        assertThat(valueAsOf("2014-05-01T20:05:00Z")).containsExactly(100.0);
        assertThat(valueAsOf("2014-05-01T20:04:59Z")).isEmpty();
    }

    @Test
    void setsAsideWhatCannotBe() {
        provider.answer(
                Dataset.COMPANY_FACTS,
                facts(
                        fact("0000000001-14-000001", "2014-05-01", 100),
                        fact("0000000001-14-000001", "2014-05-01", 101),
                        fact("0000000001-14-000002", "2014-03-30", 100),
                        fact("0000000001-14-000003", "2015-01-10", 100),
                        fact("0000000001-14-000004", "2014-05-01", Double.NaN)));

        workplace.deliver(message("company_facts"));

        assertThat(workplace.query(
                        "SELECT reason FROM collection.quarantine WHERE dataset = 'company_facts' ORDER BY 1"))
                .isEqualTo("duplicate; future_date; invalid_period; non_finite_price");
        assertThat(workplace.query("SELECT value FROM market.company_fact")).isEqualTo("100");
    }

    private List<Double> valueAsOf(String instant) {
        return workplace.get(CompanyFactHistory.class).facts("1", CONCEPT, AsOf.of(Instant.parse(instant)), 10).stream()
                .map(AcceptedFact::fact)
                .map(CompanyFact::value)
                .toList();
    }

    private Item item() {
        return workplace.get(CollectionLog.class).items(template.runId()).stream()
                .filter(item -> item.id().equals(template.itemId()))
                .findFirst()
                .orElseThrow();
    }

    private AnswerCollected message(String dataset) {
        return new AnswerCollected(
                UUID.nameUUIDFromBytes(dataset.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                template.runId(),
                template.itemId(),
                FakeProvider.NAME,
                dataset,
                List.of("ACME"),
                null,
                LocalDate.parse("2015-01-09"),
                "fetched",
                "",
                template.object(),
                template.source(),
                template.collectedAt(),
                null,
                null);
    }

    private static ParsedAnswer facts(CompanyFact... facts) {
        ParsedAnswer.Builder rows = ParsedAnswer.builder();
        for (CompanyFact fact : facts) {
            rows.companyFact(new Row<>(1, "ACME", fact, "raw"));
        }
        return rows.build();
    }

    private static CompanyFact fact(String accession, String filed, double value) {
        return new CompanyFact(
                "1", CONCEPT, "USD", START, END, value, accession, "10-Q", LocalDate.parse(filed), 2014, "Q1", null);
    }
}
