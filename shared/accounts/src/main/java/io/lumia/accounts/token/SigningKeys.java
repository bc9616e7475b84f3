package io.lumia.accounts.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import io.lumia.accounts.secret.Envelope;
import io.lumia.accounts.secret.Purpose;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.platform.database.Transactions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The keys that our tokens are signed by. They replace each other by themselves: whoever signs or publishes first after the next one
 * is due makes it, and it begins to sign a day later. Old ones stay published until the last token made by them is over.
 */
public final class SigningKeys {

    static final Purpose PURPOSE = Purpose.rotating("signing_key");

    private static final int MOST_TRIES = 3;

    private final SigningKeyBook book;
    private final Envelope envelope;
    private final Clock clock;
    private final SecureRandom random;
    private final Transactions transactions;
    private final SigningKeyWitness witness;
    private KeyTimeline timeline = KeyTimeline.EMPTY;
    private Instant readAt = Instant.MIN;
    private Optional<ECKey> opened = Optional.empty();

    public SigningKeys(
            SigningKeyBook book,
            Envelope envelope,
            Clock clock,
            SecureRandom random,
            Transactions transactions,
            SigningKeyWitness witness) {
        this.book = book;
        this.envelope = envelope;
        this.clock = clock;
        this.random = random;
        this.transactions = transactions;
        this.witness = witness;
    }

    /** The key that signs now, with its private part. */
    synchronized ECKey signer() {
        Instant now = clock.instant();
        StoredSigningKey stored = current(now).signer(now).orElseThrow(() -> noKey(now));
        if (opened.filter(key -> key.getKeyID().equals(stored.kid())).isEmpty()) {
            opened = Optional.of(parsed(envelope.openText(PURPOSE, stored.sealedPrivate(), stored.kid())));
        }
        return opened.orElseThrow();
    }

    /** The public key of an id; empty where it is not, no longer or not yet one of ours. */
    synchronized Optional<ECKey> find(String kid) {
        Instant now = clock.instant();
        Optional<StoredSigningKey> known = current(now).find(kid, now);
        if (known.isEmpty() && !now.isBefore(readAt.plus(KeyTimes.READ_AT_MOST_EVERY))) {
            read(now);
            known = timeline.find(kid, now);
        }
        return known.map(key -> parsed(key.publicKey()));
    }

    /** The key set to publish, as JSON (RFC 7517, 2015, section 5): the next key, the current one and those before. */
    public synchronized String published() {
        Instant now = clock.instant();
        List<JWK> keys = current(now).published(now).stream()
                .<JWK>map(key -> parsed(key.publicKey()))
                .toList();
        return new JWKSet(keys).toString(true);
    }

    /** For a key that got into other hands: every token made by it is refused, within a minute by other processes too. */
    synchronized void revoke(String kid) {
        Instant now = clock.instant();
        if (!book.revoke(kid, now)) {
            throw new AppException(ErrorCode.NOT_FOUND, "no signing key '%s' that could be revoked".formatted(kid));
        }
        opened = Optional.empty();
        read(now);
        current(now);
    }

    private KeyTimeline current(Instant now) {
        Duration countsFor = timeline.isUnsettled(now) ? KeyTimes.READ_AT_MOST_EVERY : KeyTimes.READ_AGAIN_AFTER;
        if (!now.isBefore(readAt.plus(countsFor)) || now.isBefore(readAt)) {
            read(now);
        }
        for (int attempt = 1; attempt <= MOST_TRIES && timeline.isNextDue(now); attempt++) {
            StoredSigningKey next = make(timeline.nextGeneration(), now, timeline.nextSignsFrom(now));
            int oldestNeeded = timeline.oldestNeeded(now);
            transactions.inTransaction(() -> add(next, oldestNeeded));
            read(now);
        }
        return timeline;
    }

    /** Of processes that make one at once, one keeps its own, and only that one tells of it. */
    private void add(StoredSigningKey next, int oldestNeeded) {
        boolean added = book.add(next);
        book.removeBelow(oldestNeeded);
        if (added) {
            witness.made(next);
        }
    }

    private void read(Instant now) {
        timeline = new KeyTimeline(book.all());
        readAt = now;
    }

    private StoredSigningKey make(int generation, Instant now, Instant signsFrom) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            KeyPair pair = generator.generateKeyPair();
            ECKey key = new ECKey.Builder(Curve.P_256, (ECPublicKey) pair.getPublic())
                    .privateKey(pair.getPrivate())
                    .algorithm(JWSAlgorithm.ES256)
                    .keyUse(KeyUse.SIGNATURE)
                    .keyIDFromThumbprint()
                    .build();
            String kid = key.getKeyID();
            return new StoredSigningKey(
                    kid,
                    generation,
                    key.toPublicJWK().toJSONString(),
                    envelope.sealText(PURPOSE, key.toJSONString(), kid),
                    now,
                    signsFrom,
                    null);
        } catch (GeneralSecurityException | JOSEException e) {
            throw new IllegalStateException("every Java platform has P-256", e);
        }
    }

    private static ECKey parsed(String json) {
        try {
            return ECKey.parse(json);
        } catch (ParseException _) {
            // The exception's own message could quote the key.
            throw new AppException(ErrorCode.INTERNAL, "a stored signing key is no JWK of an elliptic curve");
        }
    }

    private static AppException noKey(Instant now) {
        return new AppException(ErrorCode.INTERNAL, "no key signs at %s, though one was made".formatted(now));
    }
}
