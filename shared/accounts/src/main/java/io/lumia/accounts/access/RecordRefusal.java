package io.lumia.accounts.access;

import io.lumia.accounts.audit.AccessAct;
import io.lumia.accounts.audit.Actor;
import io.lumia.accounts.audit.RecordAct;
import io.lumia.kernel.access.Scope;
import io.lumia.platform.database.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Writes down that a caller whom we know may not do what he asked for. An entry waits for the one lock of the chain and stays
 * for years, so there is one at most for each caller, class of routes and hour, whatever he sends.
 */
public final class RecordRefusal {

    /** For so long further refusals of a caller in a class of routes are not written down. */
    public static final Duration NOTED_EVERY = Duration.ofHours(1);

    private final Refusals refusals;
    private final RecordAct record;
    private final Transactions transactions;
    private final Clock clock;

    public RecordRefusal(Refusals refusals, RecordAct record, Transactions transactions, Clock clock) {
        this.refusals = refusals;
        this.record = record;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * @param routeClass such as {@code collection}; there are few
     * @param method     of the request
     * @param route      with parameters in braces, so that nothing that the caller wrote is kept
     * @param needed     what he lacks
     */
    public void record(Actor actor, String routeClass, String method, String route, Scope needed, String requestId) {
        Instant now = clock.instant();
        transactions.inTransaction(() -> {
            if (refusals.note(actor, routeClass, now, now.plus(NOTED_EVERY))) {
                record.record(actor, new AccessAct.AccessRefused(routeClass, method, route, needed.code()), requestId);
            }
        });
    }
}
