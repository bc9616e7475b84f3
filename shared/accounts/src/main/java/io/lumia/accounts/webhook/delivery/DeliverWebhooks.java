package io.lumia.accounts.webhook.delivery;

import io.lumia.accounts.audit.Actor;
import io.lumia.accounts.audit.PartnerAct;
import io.lumia.accounts.audit.RecordAct;
import io.lumia.accounts.webhook.Endpoint;
import io.lumia.accounts.webhook.Endpoints;
import io.lumia.accounts.webhook.SignMessages;
import io.lumia.accounts.webhook.delivery.Deliveries.Due;
import io.lumia.accounts.webhook.delivery.Deliveries.Next;
import io.lumia.kernel.AppException;
import io.lumia.platform.database.Transactions;
import io.lumia.platform.metrics.Counter;
import io.lumia.platform.metrics.Metrics;
import io.lumia.platform.metrics.WebhookOutcome;
import io.lumia.platform.request.RequestScope;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what is due, several at a time, and notes what came of it. For a schedule of about a minute. */
public final class DeliverWebhooks {

    /** Sent at the same time. */
    public static final int AT_ONCE = 20;

    /** Longer than an attempt can take, or another would send the same meanwhile. */
    public static final Duration LEASE = WebhookTransport.TIMEOUT.multipliedBy(4);

    /** An endpoint that takes nothing for so long is disabled. */
    public static final Duration LONGEST_FAILING = Duration.ofDays(5);

    private static final Logger LOG = LoggerFactory.getLogger(DeliverWebhooks.class);
    private static final Actor ACTOR = new Actor.Program("deliver-webhooks");

    private final Deliveries deliveries;
    private final Endpoints endpoints;
    private final SignMessages signing;
    private final WebhookTransport transport;
    private final RetrySchedule schedule;
    private final RecordAct record;
    private final Transactions transactions;
    private final RandomGenerator random;
    private final Clock clock;
    private final Metrics metrics;

    public DeliverWebhooks(
            Deliveries deliveries,
            Endpoints endpoints,
            SignMessages signing,
            WebhookTransport transport,
            RetrySchedule schedule,
            RecordAct record,
            Transactions transactions,
            RandomGenerator random,
            Clock clock,
            Metrics metrics) {
        this.deliveries = deliveries;
        this.endpoints = endpoints;
        this.signing = signing;
        this.transport = transport;
        this.schedule = schedule;
        this.record = record;
        this.transactions = transactions;
        this.random = random;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** One batch of at most {@link #AT_ONCE}; whoever gets that many back calls again. Returns how many were sent. */
    public int deliver() {
        List<Due> batch = deliveries.claim(clock.instant(), LEASE, AT_ONCE);
        List<Trial> trials = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Due due : batch) {
                trials.add(begin(due, threads));
            }
        }
        trials.forEach(this::end);
        return batch.size();
    }

    private Trial begin(Due due, ExecutorService threads) {
        Instant at = clock.instant();
        byte[] body = due.body().getBytes(StandardCharsets.UTF_8);
        try {
            String messageId = WebhookMessage.text(due.messageId());
            Map<String, String> headers =
                    new HashMap<>(signing.headers(due.owner(), due.endpointId(), messageId, body, at));
            headers.put("Content-Type", "application/json");
            return new Trial(due, at, threads.submit(() -> timed(due, headers, body)));
        } catch (AppException e) {
            LOG.error("delivery {} could not be signed: {}", due.deliveryId(), e.getMessage());
            return new Trial(due, at, threads.submit(() -> new Timed(unsent("could not be signed"), Duration.ZERO)));
        }
    }

    private Timed timed(Due due, Map<String, String> headers, byte[] body) {
        Instant before = clock.instant();
        Sent sent = transport.send(due.url(), headers, body);
        return new Timed(sent, Duration.between(before, clock.instant()));
    }

    private void end(Trial trial) {
        Timed timed = result(trial.running());
        metrics.count(Counter.WEBHOOK_DELIVERIES, outcome(timed.sent()));
        Due due = trial.due();
        int number = due.attempts() + 1;
        switch (timed.sent()) {
            case Sent.Answered answered
            when answered.isTaken() -> note(trial, attempt(trial, timed, number, "delivered"), new Next.Done(), null);
            case Sent.Answered answered
            when answered.isGone() -> note(trial, attempt(trial, timed, number, "gone"), new Next.GivenUp(), "gone");
            case Sent.Answered answered ->
                note(
                        trial,
                        attempt(trial, timed, number, "refused"),
                        next(due, answered.retryAfter()),
                        failingTooLong(due));
            case Sent.Unanswered unanswered ->
                note(
                        trial,
                        attempt(trial, timed, number, unanswered.kind()),
                        next(due, Duration.ZERO),
                        failingTooLong(due));
        }
    }

    private static WebhookOutcome outcome(Sent sent) {
        return switch (sent) {
            case Sent.Answered answered -> answered.isTaken() ? WebhookOutcome.DELIVERED : WebhookOutcome.REFUSED;
            case Sent.Unanswered _ -> WebhookOutcome.UNANSWERED;
        };
    }

    private Next next(Due due, Duration retryAfter) {
        Optional<Duration> wait = schedule.waitAfter(due.tried() + 1, retryAfter, random);
        return wait.isPresent() ? new Next.Again(clock.instant().plus(wait.get())) : new Next.GivenUp();
    }

    private @Nullable String failingTooLong(Due due) {
        Instant since = due.failingSince();
        return since != null && !since.plus(LONGEST_FAILING).isAfter(clock.instant()) ? "failing" : null;
    }

    /** @param disabledFor why the endpoint is disabled; null where it is not */
    private void note(Trial trial, Attempt attempt, Next next, @Nullable String disabledFor) {
        Due due = trial.due();
        transactions.inTransaction(() -> {
            boolean noted = deliveries.note(due, attempt, next);
            if (noted
                    && disabledFor != null
                    && endpoints.changeStatus(due.owner(), due.endpointId(), Endpoint.Status.DISABLED, disabledFor)) {
                record.record(
                        ACTOR,
                        new PartnerAct.EndpointChanged(due.endpointId(), "disabled-" + disabledFor),
                        RequestScope.current().orElse(""));
            }
        });
    }

    private static Attempt attempt(Trial trial, Timed timed, int number, String outcome) {
        return switch (timed.sent()) {
            case Sent.Answered answered ->
                new Attempt(number, trial.at(), outcome, answered.status(), timed.took(), "");
            case Sent.Unanswered unanswered ->
                new Attempt(number, trial.at(), outcome, 0, timed.took(), unanswered.detail());
        };
    }

    /** Done, since closing the threads waits for all of them; each has its own deadline. */
    private static Timed result(Future<Timed> running) {
        try {
            return running.get();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Timed(unsent("interrupted"), Duration.ZERO);
        } catch (ExecutionException e) {
            LOG.error("a webhook transport failed by itself", e.getCause());
            return new Timed(unsent("could not be sent"), Duration.ZERO);
        }
    }

    private static Sent unsent(String detail) {
        return new Sent.Unanswered("not_sent", detail);
    }

    private record Timed(Sent sent, Duration took) {}

    private record Trial(Due due, Instant at, Future<Timed> running) {}
}
