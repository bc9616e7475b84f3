package io.lumia.accounts.partner;

import io.lumia.accounts.UserId;
import io.lumia.accounts.audit.Asker;
import io.lumia.accounts.audit.PartnerAct;
import io.lumia.accounts.audit.RecordAct;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.kernel.access.Scope;
import io.lumia.platform.database.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** Makes a key that may do what another may, and lets that one count for some time yet, so that its owner can change over. */
public final class RotateKey {

    public static final Duration STANDARD_OVERLAP = Duration.ofDays(7);
    public static final Duration LONGEST_OVERLAP = Duration.ofDays(30);

    private final PartnerKeys keys;
    private final IssueKey issuing;
    private final RecordAct record;
    private final MirrorKeys mirror;
    private final Transactions transactions;
    private final Clock clock;

    public RotateKey(
            PartnerKeys keys,
            IssueKey issuing,
            RecordAct record,
            MirrorKeys mirror,
            Transactions transactions,
            Clock clock) {
        this.keys = keys;
        this.issuing = issuing;
        this.record = record;
        this.mirror = mirror;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * The new key does not expire by itself.
     *
     * @param granted what the asker may do himself now: less than the old key may, and there is no new one
     * @param overlap how long the old one still counts, 30 days at most
     */
    public IssuedKey rotate(Asker asker, Set<Scope> granted, UUID keyId, Duration overlap) {
        if (overlap.isNegative() || overlap.compareTo(LONGEST_OVERLAP) > 0) {
            throw AppException.invalid("overlap", overlap, "PT0S to " + LONGEST_OVERLAP);
        }
        IssuedKey rotated = transactions.inTransaction(() -> {
            PartnerKey old = liveKey(asker.owner(), keyId);
            KeyWish wish = new KeyWish(old.name(), old.mode(), old.scopes(), old.addresses(), null);
            IssuedKey issued = issuing.make(asker, granted, wish);
            keys.expireBy(asker.owner(), keyId, clock.instant().plus(overlap));
            PartnerAct act = new PartnerAct.KeyRotated(keyId, issued.key().id());
            record.record(asker.actor(), act, asker.requestId());
            return issued;
        });
        mirror.changed(rotated.key().id());
        return rotated;
    }

    private PartnerKey liveKey(UserId owner, UUID keyId) {
        PartnerKey key = keys.find(owner, keyId).orElseThrow(() -> RevokeKey.notFound(keyId));
        Instant now = clock.instant();
        if (!key.isLive(now)) {
            throw new AppException(
                    ErrorCode.CONFLICT, "key %s does not count any more; issue a new one instead".formatted(keyId));
        }
        return key;
    }
}
