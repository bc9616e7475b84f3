package io.lumia.functions.plancollection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.lumia.collection.CollectionLog;
import io.lumia.collection.Item;
import io.lumia.collection.ItemResult;
import io.lumia.collection.ItemStatus;
import io.lumia.collection.Run;
import io.lumia.collection.SessionCount;
import io.lumia.collection.progress.RunProgress;
import io.lumia.functions.plancollection.PlanOutcome.AlreadyPlanned;
import io.lumia.functions.plancollection.PlanOutcome.NothingToDo;
import io.lumia.functions.plancollection.PlanOutcome.Planned;
import io.lumia.kernel.AppException;
import io.lumia.market.Dataset;
import io.lumia.platform.database.Transactions;
import io.lumia.testing.EmbeddedDatabase;
import io.micronaut.context.ApplicationContext;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The planner on a real database; bus and provider are fakes. */
final class PlanCollectionTest {

    private static final Instant FRIDAY_EVENING = Instant.parse("2015-01-09T23:00:00Z");

    private final FakeEventBus bus = new FakeEventBus();
    private final ApplicationContext context = ApplicationContext.builder()
            .deduceEnvironment(false)
            .properties(EmbeddedDatabase.fresh().properties())
            .singletons(Clock.fixed(FRIDAY_EVENING, ZoneOffset.UTC), bus, new FakeProvider())
            .start();
    private final CollectionLog log = context.getBean(CollectionLog.class);

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void plansARunAndAsksForItsFirstStage() {
        register("daily", "somewhere");

        PlanOutcome outcome = tick(FRIDAY_EVENING);

        Planned planned = (Planned) outcome;
        assertThat(planned.items()).isEqualTo(2);
        assertThat(log.items(planned.runId()))
                .extracting(Item::dataset, Item::status)
                .containsExactly(tuple(Dataset.ASSETS, ItemStatus.ASKED), tuple(Dataset.BARS, ItemStatus.PLANNED));
        assertThat(bus.announced).singleElement().satisfies(event -> {
            assertThat(event.source()).isEqualTo("lumia.plan-collection");
            assertThat(event.detailType()).isEqualTo("CollectRequested");
            assertThat(event.detail())
                    .contains("\"to\": \"2015-01-09\"", "\"from\": null", "\"location\": \"somewhere\"");
        });
    }

    @Test
    void aDoubledTickStartsNoSecondRun() {
        register("daily", "somewhere");

        Planned first = (Planned) tick(FRIDAY_EVENING);
        PlanOutcome second = tick(FRIDAY_EVENING);

        assertThat(second).isEqualTo(new AlreadyPlanned("daily", first.runId()));
        assertThat(log.countRuns(null)).isEqualTo(1);
        assertThat(bus.announced).hasSize(1);
    }

    @Test
    void aTickThatComesAgainSendsWhatWasNotSent() {
        register("daily", "somewhere");
        bus.setDown(true);
        assertThatThrownBy(() -> tick(FRIDAY_EVENING)).hasMessageContaining("the bus is down");
        assertThat(log.countRuns(null)).isEqualTo(1);

        bus.setDown(false);
        PlanOutcome again = tick(FRIDAY_EVENING);

        assertThat(again).isInstanceOf(AlreadyPlanned.class);
        assertThat(bus.announced).hasSize(1);
    }

    @Test
    void hasNothingToDoWhenEverythingWasCollected() {
        register("daily", "somewhere");
        finish((Planned) tick(FRIDAY_EVENING));

        PlanOutcome weekend = tick(Instant.parse("2015-01-10T23:00:00Z"));

        assertThat(weekend).isInstanceOf(NothingToDo.class);
        assertThat(log.countRuns(null)).isEqualTo(1);
    }

    @Test
    void collectsEverythingFromAnotherPlaceUnderTheSameJob() {
        register("daily", "somewhere");
        finish((Planned) tick(FRIDAY_EVENING));
        register("daily", "elsewhere");

        Planned planned = (Planned) tick(FRIDAY_EVENING.plusSeconds(60));

        assertThat(log.findRun(planned.runId()).map(Run::from)).isEmpty();
        assertThat(log.items(planned.runId())).extracting(Item::from).containsOnlyNulls();
    }

    @Test
    void aJobWhoseSourceIsGoneDoesNotKeepTheOthersFromRunning() {
        register("a-broken", "nowhere");
        register("b-healthy", "somewhere");

        assertThatThrownBy(() -> tick(FRIDAY_EVENING))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("job a-broken: nothing is at nowhere");

        assertThat(log.runs(null, 0, 10)).extracting(Run::jobName).containsExactly("b-healthy");
    }

    @Test
    void asksAgainForItemsThatGotNoAnswerAndThenGivesUp() {
        register("daily", "somewhere");
        Planned planned = (Planned) tick(FRIDAY_EVENING);
        ResumeCollection resume = context.getBean(ResumeCollection.class);

        assertThat(resume.resumeOverdue()).isZero();
        for (int ask = 2; ask <= RunProgress.MAX_ASKS; ask++) {
            assertThat(resume.resume(FRIDAY_EVENING.plusSeconds(1))).isEqualTo(1);
        }
        assertThat(bus.announced).hasSize(RunProgress.MAX_ASKS);
        assertThat(bus.announced.stream().map(event -> event.detail()).distinct())
                .hasSize(RunProgress.MAX_ASKS);
        resume.resume(FRIDAY_EVENING.plusSeconds(1));

        assertThat(log.findRun(planned.runId()).orElseThrow().failures())
                .isEqualTo(Map.of("no_answer", 1, "not_asked", 1));
    }

    @Test
    void refusesAJobOfAProviderThatIsNotThere() {
        RegisterJob register = context.getBean(RegisterJob.class);

        assertThatThrownBy(() -> register.registerDaily("daily", "crystal-ball", ""))
                .hasMessageContaining("crystal-ball");
        assertThatThrownBy(() -> register.registerDaily("Daily Job", "fake", ""))
                .hasMessageContaining("Daily Job");
    }

    private void register(String job, String location) {
        context.getBean(RegisterJob.class).register(job, "fake", location, List.of(Dataset.ASSETS, Dataset.BARS));
    }

    private PlanOutcome tick(Instant at) {
        return context.getBean(PlanCollection.class).plan(PlanRequest.tick(at)).getFirst();
    }

    private void finish(Planned planned) {
        RunProgress progress = context.getBean(RunProgress.class);
        ItemResult loaded = ItemResult.withoutRows(ItemStatus.LOADED, "fetched", "", SessionCount.NONE);
        log.items(planned.runId()).forEach(item -> context.getBean(Transactions.class)
                .inTransaction(() -> progress.end("test", item.id(), loaded)));
        assertThat(log.findRun(planned.runId()).orElseThrow().finishedAt()).isNotNull();
    }
}
