package io.lumia.functions.collectionapi.quarantine;

import io.lumia.collection.AuditEntry;
import io.lumia.collection.AuditLog;
import io.lumia.collection.QuarantineFilter;
import io.lumia.collection.QuarantineReview;
import io.lumia.collection.ReviewStatus;
import io.lumia.collection.ReviewedRow;
import io.lumia.collection.ReviewedRow.Decision;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.platform.database.Transactions;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The use case: lock rows that wait → merge what is believed → note the decision and who took it. All of it is one
 * transaction; what became ready is told after it.
 */
@Singleton
@Requires(beans = QuarantineReview.class)
final class DecideQuarantine {

    private static final Logger LOG = LoggerFactory.getLogger(DecideQuarantine.class);

    /** Rows that one request decides about; what is beyond waits for the next. */
    static final int MAX_DECISIONS = 1_000;

    private final QuarantineReview review;
    private final RowReleaser releaser;
    private final ReleasedPrices releasedPrices;
    private final AuditLog audit;
    private final Transactions transactions;
    private final Clock clock;

    DecideQuarantine(
            QuarantineReview review,
            RowReleaser releaser,
            ReleasedPrices releasedPrices,
            AuditLog audit,
            Transactions transactions,
            Clock clock) {
        this.review = review;
        this.releaser = releaser;
        this.releasedPrices = releasedPrices;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * A decision as it was asked for.
     *
     * @param note empty where nothing was said
     */
    record Order(ReviewStatus status, String actor, String note, String requestId) {

        String action() {
            return "quarantine." + (status == ReviewStatus.RELEASED ? "release" : "reject");
        }
    }

    /**
     * What became of a decision about many rows.
     *
     * @param refused why rows were not released, by id; they wait on
     * @param waiting rows that the filter takes in and that wait still
     */
    record Outcome(int decided, Map<Long, String> refused, long waiting) {}

    /** Decides about one row. Fails with CONFLICT where it was decided about already or cannot be released. */
    ReviewedRow decide(long id, Order order) {
        ReviewedRow decided = transactions.inTransaction(() -> {
            ReviewedRow row = review.lock(id).orElseThrow(() -> notFound(id));
            refuseAgain(row);
            Instant now = clock.instant();
            Map<Long, String> refused = settle(List.of(row), order, now).refused();
            if (!refused.isEmpty()) {
                throw new AppException(
                        ErrorCode.CONFLICT, "row %d cannot be released: %s".formatted(id, refused.get(id)));
            }
            audit.add(entry(order, now, "quarantine/" + id, Map.of("note", order.note())));
            return review.find(id).orElseThrow();
        });
        announce();
        return decided;
    }

    /** Decides about the oldest waiting rows that a filter takes in, at most {@link #MAX_DECISIONS}. */
    Outcome decideAll(QuarantineFilter filter, Order order) {
        Outcome outcome = transactions.inTransaction(() -> {
            Instant now = clock.instant();
            boolean release = order.status() == ReviewStatus.RELEASED;
            List<ReviewedRow> rows = review.lockWaiting(filter, release, MAX_DECISIONS);
            RowReleaser.Result result = settle(rows, order, now);
            result.released()
                    .forEach(id -> audit.add(
                            entry(order, now, "quarantine/" + id, Map.of("note", order.note(), "bulk", true))));
            long waiting = review.count(filter.withStatus(ReviewStatus.WAITING));
            return new Outcome(result.released().size(), result.refused(), waiting);
        });
        announce();
        return outcome;
    }

    private RowReleaser.Result settle(List<ReviewedRow> rows, Order order, Instant now) {
        RowReleaser.Result result = order.status() == ReviewStatus.RELEASED
                ? releaser.release(rows, now)
                : new RowReleaser.Result(rows.stream().map(ReviewedRow::id).toList(), Map.of());
        if (!result.released().isEmpty()) {
            review.decide(result.released(), order.status(), new Decision(now, order.actor(), order.note()));
        }
        return result;
    }

    private static void refuseAgain(ReviewedRow row) {
        if (row.status() != ReviewStatus.WAITING) {
            Decision decision = Objects.requireNonNull(row.decision());
            throw new AppException(
                    ErrorCode.CONFLICT,
                    "row %d was %s at %s by %s; a decision is final"
                            .formatted(row.id(), row.status().code(), decision.at(), decision.by()));
        }
    }

    private static AuditEntry entry(Order order, Instant now, String subject, Map<String, Object> details) {
        return new AuditEntry(now, order.actor(), order.action(), subject, details, order.requestId());
    }

    /** The decision stands whether or not its news leaves now: it waits in the outbox. */
    private void announce() {
        try {
            releasedPrices.flush();
        } catch (AppException e) {
            LOG.warn("what was released is told later: {}", e.getMessage());
        }
    }

    static AppException notFound(long id) {
        return new AppException(ErrorCode.NOT_FOUND, "no row with the id %d was set aside".formatted(id));
    }
}
