package io.lumia.functions.plancollection;

import io.lumia.collection.Alarms;
import io.lumia.collection.CollectionLog;
import io.lumia.collection.Job;
import io.lumia.collection.Run;
import io.lumia.collection.jobs.Followers;
import io.lumia.collection.jobs.Followers.Decision;
import io.lumia.events.collectionrunfinished.v1.CollectionRunFinished;
import io.lumia.platform.database.Inbox;
import io.lumia.platform.database.Transactions;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the end of a run sets going: an alarm where a job fails again and again, and the jobs that follow it. */
@Singleton
@Requires(beans = {Inbox.class, Alarms.class})
public final class FollowRun {

    private static final Logger LOG = LoggerFactory.getLogger(FollowRun.class);

    private final CollectionLog log;
    private final PlanCollection planCollection;
    private final TickRules rules;
    private final RepeatedFailures repeatedFailures;
    private final Inbox inbox;
    private final Transactions transactions;

    FollowRun(
            CollectionLog log,
            PlanCollection planCollection,
            TickRules rules,
            RepeatedFailures repeatedFailures,
            Inbox inbox,
            Transactions transactions) {
        this.log = log;
        this.planCollection = planCollection;
        this.rules = rules;
        this.repeatedFailures = repeatedFailures;
        this.inbox = inbox;
        this.transactions = transactions;
    }

    /**
     * Once per event, however often it is delivered. Followers are planned before the event is noted: planning a tick twice
     * starts nothing, losing one would.
     */
    public void followUp(CollectionRunFinished finished) {
        for (Job follower : Followers.of(finished.jobName(), log.jobs())) {
            begin(follower, finished);
        }
        transactions.inTransaction(() -> {
            if (inbox.accept(PlanCollection.ANNOUNCER, finished.eventId())) {
                repeatedFailures.judge(finished.jobName());
            }
        });
        planCollection.flush();
    }

    private void begin(Job follower, CollectionRunFinished finished) {
        Map<String, Run> newest = rules.newestRuns(follower.after());
        Decision decision = Followers.decide(follower, newest, lastTick(follower));
        switch (decision) {
            case Decision.Wait _ -> LOG.debug("{} waits for other jobs than {}", follower.name(), finished.jobName());
            case Decision.Begin begin ->
                planCollection.plan(PlanRequest.following(follower.name(), begin.tick(), finished.runId()));
            case Decision.Skip skip ->
                planCollection.skip(
                        follower,
                        skip.tick(),
                        PlanRequest.following(follower.name(), skip.tick(), finished.runId()),
                        skip.why());
        }
    }

    private @Nullable Instant lastTick(Job follower) {
        List<Run> newest = log.runs(follower.name(), 0, 1);
        return newest.isEmpty() ? null : newest.getFirst().scheduledFor();
    }
}
