package io.lumia.functions.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.collection.Attempt;
import io.lumia.collection.CollectionLog;
import io.lumia.collection.Item;
import io.lumia.collection.ItemStatus;
import io.lumia.collection.Run;
import io.lumia.collection.RunStatus;
import io.lumia.collection.progress.RunProgress;
import io.lumia.events.answercollected.v1.AnswerCollected;
import io.lumia.events.answercollected.v1.AnswerCollected.ProviderAttempt;
import io.lumia.events.answercollected.v1.AnswerCollected.StoredObject;
import io.lumia.functions.plancollection.PlanOutcome;
import io.lumia.functions.plancollection.ResumeCollection;
import io.lumia.kernel.AppException;
import io.lumia.platform.object.ObjectStore;
import io.lumia.platform.time.NamedIds;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** IBM and SPY in the first week of 2015 (real prices); SPY's bar of 7 January is missing. */
final class LoadAnswerTest {

    private static final String FRIDAY = "2015-01-09T23:00:00Z";
    private static final String MONDAY = "2015-01-12T23:00:00Z";
    private static final String[] BARS = {
        "symbol,date,open,high,low,close,volume",
        "IBM,2015-01-02,161.31,163.31,161.00,162.06,5525500",
        "IBM,2015-01-05,161.27,161.27,159.19,159.51,4880400",
        "IBM,2015-01-06,159.67,159.96,155.17,156.07,6146700",
        "IBM,2015-01-07,157.20,157.20,154.03,155.05,4701800",
        "IBM,2015-01-08,156.24,159.04,155.55,158.42,4236800",
        "IBM,2015-01-09,158.42,160.34,157.25,159.11,4484800",
        "SPY,2015-01-02,206.38,206.88,204.18,205.43,121465900",
        "SPY,2015-01-05,204.17,204.37,201.35,201.72,169632600",
        "SPY,2015-01-06,202.09,202.72,198.86,199.82,209151400",
        "SPY,2015-01-08,204.01,206.16,203.99,205.90,147217800",
        "SPY,2015-01-09,206.40,206.42,203.51,204.25,158567300",
        "IBM,2015-01-12,159.00,159.25,155.76,156.44,4182800",
        "SPY,2015-01-12,204.41,204.60,201.92,202.65,144396100",
    };

    @TempDir
    Path folder;

    private Workplace workplace;

    @BeforeEach
    void open() {
        workplace = new Workplace(folder);
        workplace.writeManifest("2015-01-31");
        workplace.write(
                "assets.csv",
                "symbol,name,asset_type,exchange,currency,sector,industry,market_cap,cik,first_date,last_date,description",
                "IBM,International Business Machines,stock,XNYS,USD,Technology,Computers,,51143,,,",
                "SPY,SPDR S&P 500,etf,ARCX,USD,,,,,,,");
        workplace.write("bars.csv", BARS);
        workplace.write("actions.csv", "symbol,date,kind,value", "IBM,2015-01-06,dividend,1.10");
        workplace.write("series.csv", "id,name,asset_type,unit,frequency", "DGS10,10-year yield,bond,percent,D");
        workplace.write("observations.csv", "series,date,value", "DGS10,2015-01-02,2.12", "DGS10,2015-01-05,2.04");
        workplace.register();
    }

    @AfterEach
    void close() {
        workplace.close();
    }

    @Test
    void loadsADayFromTheTickToTheReport() {
        Run run = workplace.day(FRIDAY);

        assertThat(run.status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(run.itemsByStatus()).isEqualTo(Map.of("loaded", 4));
        assertThat(run.rowsLoaded()).isEqualTo(3 + 1 + 11 + 2);
        assertThat(workplace.query("SELECT count(*) FROM market.daily_bar")).isEqualTo("11");
        assertThat(workplace.query("SELECT value FROM market.corporate_action")).isEqualTo("1.1");
        assertThat(workplace.query("SELECT count(*) FROM market.observation")).isEqualTo("2");
        assertThat(workplace.bus.details("CollectionRunFinished")).hasSize(1);
    }

    @Test
    void countsCompletenessAgainstTheSessionsOfTheExchange() {
        Run run = workplace.day(FRIDAY);

        // 2, 5, 6, 7, 8 and 9 January were sessions: twelve bars of two assets, of which SPY's of the 7th is missing.
        assertThat(run.completeness()).isEqualTo(11.0 / 12);
    }

    @Test
    void tellsFromWhichDayOnPricesChanged() {
        workplace.day(FRIDAY);

        List<String> events = workplace.bus.details("PricesLoaded");
        assertThat(events).hasSize(2);
        assertThat(events.getFirst()).contains("\"first_changed\": \"1900-01-01\"", "\"last_changed\": \"2015-01-09\"");
        assertThat(events.getLast()).contains("\"first_changed\": \"2015-01-02\"", "\"last_changed\": \"2015-01-09\"");
    }

    @Test
    void theNextDayAsksAgainForAWeekAndTakesInALateCorrection() {
        workplace.day(FRIDAY);
        writeCorrection();
        workplace.bus.take("PricesLoaded");

        Run monday = workplace.day(MONDAY);

        assertThat(monday.rowsLoaded()).isEqualTo(3);
        assertThat(workplace.query("SELECT close FROM market.daily_bar JOIN market.asset_symbol USING (asset_id)"
                        + " WHERE symbol = 'IBM' AND trading_date >= '2015-01-09' ORDER BY trading_date"))
                .isEqualTo("159.99; 156.44");
        assertThat(workplace.query("SELECT close FROM market.daily_bar_revision"))
                .isEqualTo("159.11");
        assertThat(workplace.bus.details("PricesLoaded").getFirst())
                .contains("\"first_changed\": \"2015-01-09\"", "\"first_changed\": \"2015-01-12\"");
    }

    @Test
    void aSecondDeliveryChangesNothingAndSucceeds() {
        List<AnswerCollected> delivered = deliverKeeping(FRIDAY);
        String before = workplace.hashOfFacts();
        String rows =
                workplace.query("SELECT xmin || ' ' || ctid FROM market.daily_bar ORDER BY asset_id, trading_date");
        int announced = workplace.bus.details("PricesLoaded").size();

        delivered.forEach(workplace::deliver);

        assertThat(workplace.hashOfFacts()).isEqualTo(before);
        assertThat(workplace.query("SELECT xmin || ' ' || ctid FROM market.daily_bar ORDER BY asset_id, trading_date"))
                .isEqualTo(rows);
        assertThat(workplace.bus.details("PricesLoaded")).hasSize(announced);
    }

    @Test
    void aCrashBetweenCommitAndAnnouncementOnlyDelaysIt() {
        workplace.tick(FRIDAY);
        AnswerCollected assets = workplace.collected().getFirst();
        workplace.bus.setDown(true);

        assertThatThrownBy(() -> workplace.deliver(assets)).hasMessageContaining("the bus is down");
        assertThat(workplace.query("SELECT count(*) FROM market.asset")).isEqualTo("3");
        assertThat(workplace.query("SELECT count(*) FROM platform.outbox WHERE sent_at IS NULL"))
                .isEqualTo("1");

        workplace.bus.setDown(false);
        workplace.deliver(assets);

        assertThat(workplace.bus.details("CollectRequested")).hasSize(1);
        assertThat(workplace.bus.details("CollectRequested").getFirst()).contains("\"dataset\": \"actions\"");
    }

    @Test
    void refusesAnObjectThatIsNotWhatWasCollected() {
        workplace.tick(FRIDAY);
        AnswerCollected assets = workplace.collected().getFirst();
        StoredObject object = assets.object();
        workplace.get(ObjectStore.class).put(object.key(), "line,other".getBytes(StandardCharsets.UTF_8), "text/csv");

        assertThatThrownBy(() -> workplace.deliver(assets))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("has SHA-256")
                .hasMessageContaining(object.sha256());
        assertThat(workplace.query("SELECT count(*) FROM market.asset")).isEqualTo("0");
        assertThat(workplace.query("SELECT count(*) FROM platform.inbox")).isEqualTo("0");
    }

    @Test
    void theLastDeliveryEndsTheItemAndAReplayMendsIt() {
        PlanOutcome.Planned planned = (PlanOutcome.Planned) workplace.tick(FRIDAY);
        AnswerCollected assets = workplace.collected().getFirst();
        byte[] content = workplace.get(ObjectStore.class).get(assets.object().key(), 1_000_000);
        workplace.get(ObjectStore.class).put(assets.object().key(), new byte[] {1}, "text/csv");

        var answer = workplace.deliver(List.of(workplace.json(assets)), LoadHandler.MAX_RECEIVE_COUNT);

        assertThat(answer.getBatchItemFailures()).hasSize(1);
        Run failed = run(planned);
        assertThat(failed.status()).isEqualTo(RunStatus.FAILED);
        assertThat(failed.failures()).isEqualTo(Map.of("malformed_message", 1, "not_asked", 3));
        assertThat(workplace.bus.details("CollectRequested")).isEmpty();

        workplace.get(ObjectStore.class).put(assets.object().key(), content, "text/csv");
        workplace.deliver(assets);

        assertThat(items(planned)).extracting(Item::status).contains(ItemStatus.LOADED);
        assertThat(run(planned).status()).isEqualTo(RunStatus.PARTIAL);
        assertThat(run(planned).failures()).isEqualTo(Map.of("not_asked", 3));
    }

    @Test
    void setsUnbelievableRowsAsideWithTheirReasons() {
        writeBarsAnd(
                "ZZZ,2015-01-09,1,1,1,1,10",
                "IBM,2015-01-03,158,159,157,158,100",
                "IBM,2015-01-01,158,159,157,158,100",
                "IBM,2015-01-08,156.24,159.04,155.55,158.42,4236800",
                "SPY,2015-01-07,-1,2,1,1,5",
                "SPY,notadate,1,2,1,1,5");

        Run run = workplace.day(FRIDAY);

        assertThat(run.status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(run.quarantined())
                .isEqualTo(Map.of(
                        "unknown_symbol", 1L,
                        "not_a_session", 2L,
                        "duplicate", 1L,
                        "non_positive_price", 1L,
                        "malformed_line", 1L));
        assertThat(workplace.query("SELECT count(*) FROM market.daily_bar")).isEqualTo("11");
        assertThat(workplace.query(
                        "SELECT line || ' ' || row_text FROM collection.quarantine WHERE reason = 'unknown_symbol'"))
                .isEqualTo("15 ZZZ,2015-01-09,1,1,1,1,10");
    }

    @Test
    void aSymbolThatBecomesKnownIsCollectedFromItsBeginning() {
        writeBarsAnd("NEW,2014-06-02,10,10.5,9.9,10.2,1000", "NEW,2015-01-09,10,10.5,9.9,10.2,1000");
        Run friday = workplace.day(FRIDAY);
        workplace.write(
                "assets.csv",
                "symbol,name,asset_type,exchange,currency",
                "IBM,International Business Machines,stock,XNYS,USD",
                "SPY,SPDR S&P 500,etf,ARCX,USD",
                "NEW,New Company,stock,XNYS,USD");

        workplace.day(MONDAY);
        workplace.day("2015-01-13T23:00:00Z");

        assertThat(friday.quarantined()).isEqualTo(Map.of("unknown_symbol", 2L));
        assertThat(workplace.query("SELECT trading_date FROM market.daily_bar JOIN market.asset_symbol USING (asset_id)"
                        + " WHERE symbol = 'NEW' ORDER BY trading_date"))
                .isEqualTo("2014-06-02; 2015-01-09");
    }

    @Test
    void anAnswerThatWasOvertakenUndoesNoCorrection() {
        workplace.tick(FRIDAY);
        workplace.collected().forEach(workplace::deliver);
        workplace.collected().forEach(workplace::deliver);
        List<AnswerCollected> late = workplace.collected();
        writeCorrection();
        workplace.dayByHand(MONDAY);

        late.forEach(workplace::deliver);

        assertThat(workplace.query("SELECT close FROM market.daily_bar JOIN market.asset_symbol USING (asset_id)"
                        + " WHERE symbol = 'IBM' AND trading_date = '2015-01-09'"))
                .isEqualTo("159.99");
        assertThat(workplace.query("SELECT count(*) FROM market.daily_bar")).isEqualTo("13");
        assertThat(workplace.query("SELECT detail FROM collection.item WHERE detail LIKE '%superseded%'"))
                .isEqualTo("11 rows are superseded by a later answer; 2 rows are superseded by a later answer");
    }

    @Test
    void anItemWithoutAnswerFailsWithTheProvidersOutcome() {
        PlanOutcome.Planned planned = (PlanOutcome.Planned) workplace.tick(FRIDAY);
        AnswerCollected assets = workplace.collected().getFirst();

        workplace.deliver(new AnswerCollected(
                assets.messageId(),
                assets.runId(),
                assets.itemId(),
                assets.provider(),
                assets.dataset(),
                assets.symbols(),
                assets.from(),
                assets.to(),
                "throttled",
                "wait 60 s",
                null,
                null,
                assets.collectedAt(),
                null,
                null));

        assertThat(items(planned))
                .extracting(Item::outcome)
                .containsExactly("throttled", "not_asked", "not_asked", "not_asked");
    }

    @Test
    void aThrottledAnswerPutsItsItemOffAndItIsAskedForAgainInTime() {
        PlanOutcome.Planned planned = (PlanOutcome.Planned) workplace.tick(FRIDAY);
        AnswerCollected assets = workplace.collected().getFirst();
        ResumeCollection resume = workplace.get(ResumeCollection.class);
        Instant later = Instant.parse(FRIDAY).plusSeconds(600);

        workplace.deliver(throttled(assets, 600));

        assertThat(items(planned).getFirst().status()).isEqualTo(ItemStatus.ASKED);
        assertThat(items(planned).getFirst().notBefore()).isEqualTo(later);
        workplace.clock.set(later.minusSeconds(1).toString());
        assertThat(resume.resumeDeferred()).isZero();
        workplace.clock.set(later.toString());
        assertThat(resume.resumeDeferred()).isEqualTo(1);
        assertThat(resume.resumeDeferred()).isZero();

        workplace.deliverAll();
        assertThat(items(planned)).extracting(Item::status).doesNotContain(ItemStatus.ASKED, ItemStatus.FAILED);
        assertThat(items(planned).getFirst().collecting().provider()).isEqualTo("bundle");
    }

    @Test
    void aProviderThatThrottlesForEverFailsItsItemAsThrottled() {
        PlanOutcome.Planned planned = (PlanOutcome.Planned) workplace.tick(FRIDAY);
        ResumeCollection resume = workplace.get(ResumeCollection.class);
        Instant now = Instant.parse(FRIDAY);

        for (int i = 0; i <= RunProgress.MAX_DEFERRALS; i++) {
            assertThat(items(planned).getFirst().status()).isEqualTo(ItemStatus.ASKED);
            workplace.deliver(throttled(workplace.collected().getFirst(), 60));
            now = now.plusSeconds(60);
            workplace.clock.set(now.toString());
            resume.resumeDeferred();
        }

        assertThat(items(planned).getFirst().status()).isEqualTo(ItemStatus.FAILED);
        assertThat(items(planned).getFirst().outcome()).isEqualTo("throttled");
        assertThat(items(planned).getFirst().collecting().attempts())
                .containsExactly(new Attempt("stub", "throttled", "429", 3, 57, 4.25));
    }

    @Test
    void ourOwnFailureToCollectIsToldAsSuch() {
        PlanOutcome.Planned planned = (PlanOutcome.Planned) workplace.tick(FRIDAY);
        AnswerCollected assets = workplace.collected().getFirst();

        workplace.deliver(without(assets, "collect_failed", null));

        assertThat(items(planned).getFirst().outcome()).isEqualTo("collect_failed");
        assertThat(items(planned).getFirst().status()).isEqualTo(ItemStatus.FAILED);
    }

    private static AnswerCollected throttled(AnswerCollected answer, long waitSeconds) {
        return without(answer, "throttled", waitSeconds);
    }

    private static AnswerCollected without(AnswerCollected answer, String outcome, @Nullable Long waitSeconds) {
        return new AnswerCollected(
                NamedIds.of(answer.messageId(), answer.collectedAt().toString()),
                answer.runId(),
                answer.itemId(),
                answer.provider(),
                answer.dataset(),
                answer.symbols(),
                answer.from(),
                answer.to(),
                outcome,
                "429",
                null,
                null,
                answer.collectedAt(),
                List.of(new ProviderAttempt("stub", outcome, "429", 3, 57, 4.25)),
                waitSeconds);
    }

    private void writeCorrection() {
        String[] corrected = BARS.clone();
        corrected[6] = "IBM,2015-01-09,158.42,160.34,157.25,159.99,4484800";
        workplace.write("bars.csv", corrected);
    }

    private void writeBarsAnd(String... more) {
        List<String> lines = new ArrayList<>(List.of(BARS));
        lines.addAll(List.of(more));
        workplace.write("bars.csv", lines.toArray(String[]::new));
    }

    private List<AnswerCollected> deliverKeeping(String tick) {
        workplace.tick(tick);
        List<AnswerCollected> all = new ArrayList<>();
        for (int stage = 1; stage <= 3; stage++) {
            List<AnswerCollected> answers = workplace.collected();
            answers.forEach(workplace::deliver);
            all.addAll(answers);
        }
        return all;
    }

    private Run run(PlanOutcome.Planned planned) {
        return workplace.get(CollectionLog.class).findRun(planned.runId()).orElseThrow();
    }

    private List<Item> items(PlanOutcome.Planned planned) {
        return workplace.get(CollectionLog.class).items(planned.runId());
    }
}
