package io.lumia.collection;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.collection.ItemClaims.Claim;
import io.lumia.collection.ItemClaims.Claim.Held;
import io.lumia.collection.ItemClaims.Claim.NothingToDo;
import io.lumia.collection.ItemClaims.Claim.Ours;
import io.lumia.market.Dataset;
import io.lumia.platform.database.Transactions;
import io.lumia.testing.EmbeddedDatabase;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who works on an item, and what its columns remember, against a real database. */
class ItemClaimsTest {

    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
    private static final Duration CLAIM = Duration.ofMinutes(5);
    private static final UUID FIRST_MESSAGE = new UUID(1, 1);
    private static final UUID SECOND_MESSAGE = new UUID(1, 2);
    private static final ApplicationContext CONTEXT = context();
    private static long ids;

    private final ItemClaims claims = CONTEXT.getBean(ItemClaims.class);
    private final CollectionLog log = CONTEXT.getBean(CollectionLog.class);
    private final Transactions transactions = CONTEXT.getBean(Transactions.class);
    private UUID runId;
    private UUID item;

    private static ApplicationContext context() {
        return ApplicationContext.builder()
                .deduceEnvironment(false)
                .properties(EmbeddedDatabase.fresh().properties())
                .start();
    }

    @AfterAll
    static void close() {
        CONTEXT.close();
    }

    @BeforeEach
    void askForAnItem() {
        runId = new UUID(2, ++ids);
        item = new UUID(3, ids);
        LocalDate day = LocalDate.parse("2026-11-24");
        Run run = Run.starting(runId, "daily", "manual", NOW.plusSeconds(ids), null, day, NOW, 1);
        transactions.inTransaction(() -> {
            log.saveJob(new Job(
                    new UUID(4, 4),
                    "daily",
                    "stub",
                    "",
                    List.of(Dataset.FILINGS),
                    "cron(0 18 ? * MON-FRI *)",
                    "UTC",
                    true));
            log.start(
                    run,
                    new Origin("stub", "", "The stub"),
                    List.of(Item.planned(item, runId, Dataset.FILINGS, List.of("AAPL"), null, day)));
            log.askNextStage(runId, NOW);
        });
    }

    @Test
    void oneAtATimeWorksOnAnItem() {
        assertThat(claim(FIRST_MESSAGE, NOW)).isEqualTo(new Ours());
        assertThat(claim(FIRST_MESSAGE, NOW.plusSeconds(1))).isEqualTo(new Held(NOW.plus(CLAIM)));
        assertThat(claim(SECOND_MESSAGE, NOW.plusSeconds(1))).isEqualTo(new Held(NOW.plus(CLAIM)));
    }

    @Test
    void aCrashedCollectorsClaimEndsByItself() {
        claim(FIRST_MESSAGE, NOW);

        assertThat(claim(FIRST_MESSAGE, NOW.plus(CLAIM))).isEqualTo(new Ours());
    }

    @Test
    void whatWasHandedOnIsNotDoneAgainButAnotherAskingIs() {
        claim(FIRST_MESSAGE, NOW);
        claims.handedOn(item, FIRST_MESSAGE);

        assertThat(claim(FIRST_MESSAGE, NOW)).isEqualTo(new NothingToDo());
        assertThat(claim(SECOND_MESSAGE, NOW)).isEqualTo(new Ours());
    }

    @Test
    void whatWasGivenBackIsFree() {
        claim(FIRST_MESSAGE, NOW);
        claims.release(item, SECOND_MESSAGE);
        assertThat(claim(FIRST_MESSAGE, NOW)).isInstanceOf(Held.class);

        claims.release(item, FIRST_MESSAGE);
        assertThat(claim(FIRST_MESSAGE, NOW)).isEqualTo(new Ours());
    }

    @Test
    void anItemThatEndedWellNeedsNobodyAndAFailedOneMayBeMended() {
        end(ItemResult.failed("unreachable", "no route"));
        assertThat(claim(FIRST_MESSAGE, NOW)).isEqualTo(new Ours());
        claims.release(item, FIRST_MESSAGE);

        end(ItemResult.withoutRows(ItemStatus.EMPTY, "empty_confirmed", "", SessionCount.NONE));
        assertThat(claim(FIRST_MESSAGE, NOW)).isEqualTo(new NothingToDo());
    }

    @Test
    void aRequestOutsideOurBooksIsWorkedOn() {
        assertThat(claims.claim(new UUID(9, 9), FIRST_MESSAGE, NOW, NOW.plus(CLAIM)))
                .isEqualTo(new Ours());
    }

    @Test
    void oneOfEightThreadsGetsTheItem() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Claim>> workers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                workers.add(() -> claim(FIRST_MESSAGE, NOW));
            }
            List<Claim> claimed = new ArrayList<>();
            for (Future<Claim> worker : threads.invokeAll(workers)) {
                claimed.add(worker.get());
            }

            assertThat(claimed).filteredOn(Ours.class::isInstance).hasSize(1);
        }
    }

    @Test
    void remembersWhoWasAskedAndWhatItTook() {
        Collecting collecting = new Collecting(
                "second",
                List.of(
                        new Attempt("stub", "throttled", "429 \"slow\"", 3, 57, 4.25),
                        new Attempt("second", "fetched", "", 1, 1_000, 0.5)));

        end(ItemResult.withoutRows(ItemStatus.EMPTY, "empty_confirmed", "", SessionCount.NONE)
                .by(collecting));

        assertThat(log.items(runId).getFirst().collecting()).isEqualTo(collecting);
        assertThat(collecting.calls()).isEqualTo(4);
        assertThat(collecting.bytes()).isEqualTo(1_057);
        assertThat(collecting.seconds()).isEqualTo(4.75);
    }

    @Test
    void anItemIsPutOffUntilItsTimeHasComeAndNotForEver() {
        Instant later = NOW.plusSeconds(600);

        assertThat(defer(later, 2)).isTrue();
        assertThat(log.items(runId).getFirst().notBefore()).isEqualTo(later);
        assertThat(log.unanswered(NOW.plusSeconds(9_999), 10))
                .noneMatch(found -> found.itemId().equals(item));
        assertThat(log.deferred(later.minusSeconds(1), 10)).doesNotContain(item);
        assertThat(log.deferred(later, 10)).contains(item);

        transactions.inTransaction(() -> log.askAgain(item, later));
        assertThat(log.deferred(later, 10)).doesNotContain(item);
        assertThat(log.unanswered(NOW.plusSeconds(9_999), 10)).contains(new CollectionLog.UnansweredItem(item, 1));

        assertThat(defer(later, 2)).isTrue();
        assertThat(defer(later, 2)).as("a third time").isFalse();
        assertThat(defer(NOW.plus(Duration.ofDays(3)), 9)).as("too late").isFalse();
        end(ItemResult.failed("throttled", "429"));
        assertThat(defer(later, 9)).as("ended").isFalse();
        assertThat(log.deferred(later, 10)).doesNotContain(item);
    }

    private boolean defer(Instant notBefore, int most) {
        return transactions.inTransaction(() -> log.defer(item, notBefore, "429", most, Duration.ofDays(1)));
    }

    private Claim claim(UUID messageId, Instant at) {
        return claims.claim(item, messageId, at, at.plus(CLAIM));
    }

    private void end(ItemResult result) {
        transactions.inTransaction(() -> log.end(item, result, NOW));
    }
}
