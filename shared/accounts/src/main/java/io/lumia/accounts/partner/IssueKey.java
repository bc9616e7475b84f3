package io.lumia.accounts.partner;

import io.lumia.accounts.UserId;
import io.lumia.accounts.audit.Asker;
import io.lumia.accounts.audit.PartnerAct;
import io.lumia.accounts.audit.RecordAct;
import io.lumia.accounts.pepper.Peppers;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.kernel.access.Scope;
import io.lumia.platform.database.Transactions;
import io.lumia.platform.time.IdSource;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Makes a key. */
public final class IssueKey {

    private final PartnerKeys keys;
    private final Peppers peppers;
    private final RecordAct record;
    private final MirrorKeys mirror;
    private final Transactions transactions;
    private final IdSource ids;
    private final RandomGenerator random;
    private final Clock clock;

    /** @param random unpredictable */
    public IssueKey(
            PartnerKeys keys,
            Peppers peppers,
            RecordAct record,
            MirrorKeys mirror,
            Transactions transactions,
            IdSource ids,
            RandomGenerator random,
            Clock clock) {
        this.keys = keys;
        this.peppers = peppers;
        this.record = record;
        this.mirror = mirror;
        this.transactions = transactions;
        this.ids = ids;
        this.random = random;
        this.clock = clock;
    }

    /**
     * @param granted what the asker may do himself: a key may do no more
     */
    public IssuedKey issue(Asker asker, Set<Scope> granted, KeyWish wish) {
        IssuedKey issued = make(asker, granted, wish);
        mirror.changed(issued.key().id());
        return issued;
    }

    /** The same within a transaction of the caller's, who tells the gateway after it. */
    IssuedKey make(Asker asker, Set<Scope> granted, KeyWish wish) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (!granted.containsAll(wish.scopes())) {
            throw AppException.invalid("scopes", Scope.join(wish.scopes()), "some of " + Scope.join(granted));
        }
        if (wish.expiresAt() != null && !wish.expiresAt().isAfter(now)) {
            throw AppException.invalid("expires_at", wish.expiresAt(), "after " + now);
        }
        KeyText text = KeyText.generate(wish.mode(), random);
        PartnerKey key = key(asker.owner(), wish, text, now);
        transactions.inTransaction(() -> {
            add(key, text);
            record.record(asker.actor(), issued(key), asker.requestId());
        });
        return new IssuedKey(key, text);
    }

    private PartnerKey key(UserId owner, KeyWish wish, KeyText text, Instant now) {
        return new PartnerKey(
                ids.next(),
                owner,
                wish.name(),
                wish.mode(),
                text.hint(),
                wish.scopes(),
                wish.addresses(),
                now,
                wish.expiresAt() == null ? null : wish.expiresAt().truncatedTo(ChronoUnit.MICROS),
                null,
                null);
    }

    private void add(PartnerKey key, KeyText text) {
        if (!keys.add(key, KeyHash.of(text, peppers.current()))) {
            throw new AppException(
                    ErrorCode.CONFLICT,
                    "there are %d %s keys that count already; allowed: %d, so revoke one first"
                            .formatted(PartnerKeys.MAX_LIVE, key.mode().code(), PartnerKeys.MAX_LIVE));
        }
    }

    private static PartnerAct issued(PartnerKey key) {
        String scopes = Scope.join(key.scopes()).replace(' ', ',');
        return new PartnerAct.KeyIssued(key.id(), key.owner(), key.mode().code(), scopes);
    }
}
