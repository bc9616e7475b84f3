package io.lumia.accounts.oidc;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys of one issuer, kept for a while. An unknown key id makes us ask anew, since issuers replace keys at any time, but no oftener
 * than {@link #ASKED_AT_MOST_EVERY}: whoever sends invented ids makes us ask no more than that. Where the issuer cannot be
 * reached, what we have counts until it is {@link #MOST_AGE} old, and then no token of its does.
 */
public final class CachedKeySet {

    /** After this long keys are asked for again, so that a withdrawn one stops to count. */
    static final Duration FRESH_FOR = Duration.ofMinutes(10);

    static final Duration ASKED_AT_MOST_EVERY = Duration.ofSeconds(30);

    static final Duration MOST_AGE = Duration.ofHours(6);

    /** More than any issuer publishes; the rest is not kept. */
    static final int MOST_KEYS = 50;

    static final int LEAST_RSA_BITS = 2048;

    private static final Logger LOG = LoggerFactory.getLogger(CachedKeySet.class);
    private static final Set<Curve> CURVES = Set.of(Curve.P_256, Curve.P_384, Curve.P_521);

    private final URI address;
    private final KeySetSource source;
    private final Clock clock;
    private volatile Kept kept = new Kept(List.of(), Instant.MIN);
    private Instant askedAt = Instant.MIN;

    public CachedKeySet(URI address, KeySetSource source, Clock clock) {
        this.address = address;
        this.source = source;
        this.clock = clock;
    }

    /** What we have. */
    private record Kept(List<JWK> keys, Instant fetchedAt) {

        Optional<JWK> find(String kid) {
            return keys.stream().filter(key -> kid.equals(key.getKeyID())).findFirst();
        }

        boolean isFresh(Instant now) {
            return now.isBefore(fetchedAt.plus(FRESH_FOR));
        }

        boolean counts(Instant now) {
            return now.isBefore(fetchedAt.plus(MOST_AGE));
        }
    }

    /** A public key for checking signatures. Whose key is known does not wait for who makes us ask for another. */
    Optional<JWK> find(String kid) {
        Instant now = clock.instant();
        Optional<JWK> known = kept.find(kid);
        return kept.isFresh(now) && known.isPresent() ? known : findAnew(kid, now);
    }

    private synchronized Optional<JWK> findAnew(String kid, Instant now) {
        boolean needed = !kept.isFresh(now) || kept.find(kid).isEmpty();
        if (needed && !now.isBefore(askedAt.plus(ASKED_AT_MOST_EVERY))) {
            askedAt = now;
            ask(now);
        }
        return kept.counts(now) ? kept.find(kid) : Optional.empty();
    }

    private void ask(Instant now) {
        switch (source.fetch(address)) {
            case KeySetSource.Received received -> take(received.json(), now);
            case KeySetSource.Unavailable unavailable ->
                LOG.warn(
                        "keys of {} could not be fetched, {} are kept: {}",
                        address,
                        kept.keys().size(),
                        unavailable.why());
        }
    }

    private void take(String json, Instant now) {
        try {
            List<JWK> usable = JWKSet.parse(json).getKeys().stream()
                    .filter(CachedKeySet::isUsable)
                    .map(JWK::toPublicJWK)
                    .toList();
            if (usable.size() > MOST_KEYS) {
                LOG.warn("{} publishes {} keys; the first {} are taken", address, usable.size(), MOST_KEYS);
            }
            kept = new Kept(usable.stream().limit(MOST_KEYS).toList(), now);
        } catch (ParseException | RuntimeException e) {
            LOG.warn(
                    "keys of {} could not be read, {} are kept: {}",
                    address,
                    kept.keys().size(),
                    e.getMessage());
        }
    }

    /** Asymmetric, strong enough, with an id, and not meant for encryption. */
    private static boolean isUsable(JWK key) {
        boolean forSignatures = key.getKeyUse() == null || key.getKeyUse().equals(KeyUse.SIGNATURE);
        boolean strong =
                switch (key) {
                    case RSAKey rsa -> rsa.size() >= LEAST_RSA_BITS;
                    case ECKey curve -> CURVES.contains(curve.getCurve());
                    default -> false;
                };
        return forSignatures && strong && key.getKeyID() != null;
    }
}
