package io.lumia.accounts.audit;

import java.time.Clock;

/** Writes an act down. Call it last in the transaction of the act, so that neither is there without the other. */
public final class RecordAct {

    private final AuditLog log;
    private final Clock clock;

    public RecordAct(AuditLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /** @param requestId of the request that asked for it; empty outside a request */
    public AuditEntry record(Actor actor, SecurityAct act, String requestId) {
        return log.add(AuditContent.of(clock.instant(), actor, act.kind(), act.subject(), act.details(), requestId));
    }
}
