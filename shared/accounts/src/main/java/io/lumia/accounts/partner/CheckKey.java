package io.lumia.accounts.partner;

import io.lumia.accounts.audit.Actor;
import io.lumia.accounts.audit.PartnerAct;
import io.lumia.accounts.audit.RecordAct;
import io.lumia.accounts.partner.KeyCheck.Accepted;
import io.lumia.accounts.partner.KeyCheck.Malformed;
import io.lumia.accounts.partner.KeyCheck.Reason;
import io.lumia.accounts.partner.KeyCheck.Refused;
import io.lumia.accounts.partner.KeyCheck.Unknown;
import io.lumia.accounts.pepper.Pepper;
import io.lumia.accounts.pepper.Peppers;
import io.lumia.platform.database.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Looks at a key that a request brought. One look-up by a unique index; a write about once a minute. */
public final class CheckKey {

    private final PartnerKeys keys;
    private final Peppers peppers;
    private final RecordAct record;
    private final Transactions transactions;
    private final Clock clock;

    public CheckKey(PartnerKeys keys, Peppers peppers, RecordAct record, Transactions transactions, Clock clock) {
        this.keys = keys;
        this.peppers = peppers;
        this.record = record;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @param address the client's, as the gateway saw it, never what a header of the client claims */
    public KeyCheck check(String text, String address, String requestId) {
        Optional<KeyText> key = KeyText.parse(text);
        if (key.isEmpty()) {
            return new Malformed();
        }
        return keys.findByHash(KeyHash.candidates(key.get(), peppers))
                .map(found -> judge(key.get(), found, address, requestId))
                .orElseGet(Unknown::new);
    }

    private KeyCheck judge(KeyText text, PartnerKeys.Found found, String address, String requestId) {
        PartnerKey key = found.key();
        Instant now = clock.instant();
        Optional<Reason> reason = reason(key, address, now);
        if (reason.isPresent()) {
            noteRefusal(key, reason.get(), now, requestId);
            return new Refused(key, reason.get());
        }
        noteUse(key, now);
        Pepper current = peppers.current();
        if (found.pepperVersion() != current.version()) {
            keys.rehash(key, KeyHash.of(text, current));
        }
        return new Accepted(key);
    }

    private static Optional<Reason> reason(PartnerKey key, String address, Instant now) {
        if (key.revokedAt() != null) {
            return Optional.of(Reason.REVOKED);
        }
        if (key.isExpired(now)) {
            return Optional.of(Reason.EXPIRED);
        }
        return isAllowed(key.addresses(), address) ? Optional.empty() : Optional.of(Reason.FOREIGN_ADDRESS);
    }

    /** An address that cannot be read is in no list. */
    private static boolean isAllowed(List<AddressRange> ranges, String address) {
        return ranges.isEmpty()
                || IpAddress.parse(address)
                        .filter(read -> ranges.stream().anyMatch(range -> range.holds(read)))
                        .isPresent();
    }

    private void noteUse(PartnerKey key, Instant now) {
        Instant last = key.lastUsedAt();
        if (last == null || !last.plus(PartnerKeys.USE_NOTED_EVERY).isAfter(now)) {
            keys.used(key, now);
        }
    }

    private void noteRefusal(PartnerKey key, Reason reason, Instant now, String requestId) {
        transactions.inTransaction(() -> {
            if (keys.refused(key, now)) {
                String code = reason.name().toLowerCase(Locale.ROOT);
                record.record(new Actor.Key(key.id()), new PartnerAct.KeyRefused(key.id(), code), requestId);
            }
        });
    }
}
