package io.lumia.accounts.partner;

import io.lumia.accounts.UserId;
import io.lumia.accounts.audit.Asker;
import io.lumia.accounts.audit.PartnerAct;
import io.lumia.accounts.audit.RecordAct;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.platform.database.Transactions;
import java.time.Clock;
import java.util.UUID;

/** Ends a key: the next request that comes with it is refused, since each one looks. */
public final class RevokeKey {

    private final PartnerKeys keys;
    private final RecordAct record;
    private final MirrorKeys mirror;
    private final Transactions transactions;
    private final Clock clock;

    public RevokeKey(PartnerKeys keys, RecordAct record, MirrorKeys mirror, Transactions transactions, Clock clock) {
        this.keys = keys;
        this.record = record;
        this.mirror = mirror;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A second time changes nothing. */
    public void revoke(Asker asker, UUID keyId) {
        UserId owner = asker.owner();
        transactions.inTransaction(() -> {
            if (keys.revoke(owner, keyId, clock.instant())) {
                record.record(asker.actor(), new PartnerAct.KeyRevoked(keyId, owner), asker.requestId());
            } else if (keys.find(owner, keyId).isEmpty()) {
                throw notFound(keyId);
            }
        });
        mirror.changed(keyId);
    }

    static AppException notFound(UUID keyId) {
        return new AppException(ErrorCode.NOT_FOUND, "there is no key %s".formatted(keyId));
    }
}
