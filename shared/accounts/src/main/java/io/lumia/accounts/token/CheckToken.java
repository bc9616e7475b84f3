package io.lumia.accounts.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.lumia.accounts.token.TokenResult.Genuine;
import io.lumia.accounts.token.TokenResult.Reason;
import io.lumia.accounts.token.TokenResult.Rejected;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says who a token's bearer is, or why it is refused. Nothing of a token is believed before its signature was checked, except which
 * issuer and key it names; these only choose what to check it by.
 */
public final class CheckToken {

    /** Longer ones are not even read; Cognito's have about 1,500 characters. */
    static final int MOST_CHARACTERS = 8_192;

    private static final int MOST_KEY_ID_CHARACTERS = 128;
    private static final String CONFIRMATION = "cnf";

    private final Map<String, TrustedIssuer> issuers = new HashMap<>();
    private final Clock clock;

    public CheckToken(Collection<? extends TrustedIssuer> issuers, Clock clock) {
        for (TrustedIssuer issuer : issuers) {
            if (this.issuers.put(issuer.rules().issuer(), issuer) != null) {
                throw new IllegalArgumentException("issuer '%s' is configured twice"
                        .formatted(issuer.rules().issuer()));
            }
        }
        this.clock = clock;
    }

    /** @param token what follows {@code Bearer} */
    public TokenResult check(String token) {
        try {
            return checked(token);
        } catch (Refusal refusal) {
            return new Rejected(refusal.reason);
        }
    }

    private TokenResult checked(String token) throws Refusal {
        SignedJWT parsed = parsed(token);
        JWTClaimsSet claims = claims(parsed);
        TrustedIssuer issuer = Optional.ofNullable(claims.getIssuer())
                .map(issuers::get)
                .orElseThrow(() -> new Refusal(Reason.UNKNOWN_ISSUER));
        TokenRules rules = issuer.rules();
        checkHeader(parsed.getHeader(), rules);
        checkSignature(parsed, key(parsed.getHeader(), issuer));
        checkAudience(claims, rules);
        Instant expiresAt = checkTimes(claims, rules);
        return issuer.caller(claims)
                .<TokenResult>map(caller -> new Genuine(caller, expiresAt))
                .orElseThrow(() -> new Refusal(Reason.CLAIMS_REFUSED));
    }

    private static SignedJWT parsed(String token) throws Refusal {
        if (token.length() > MOST_CHARACTERS) {
            throw new Refusal(Reason.MALFORMED);
        }
        try {
            return SignedJWT.parse(token);
        } catch (ParseException | RuntimeException _) {
            throw new Refusal(Reason.MALFORMED);
        }
    }

    private static JWTClaimsSet claims(SignedJWT token) throws Refusal {
        try {
            return Optional.ofNullable(token.getJWTClaimsSet()).orElseThrow(() -> new Refusal(Reason.MALFORMED));
        } catch (ParseException | RuntimeException _) {
            throw new Refusal(Reason.MALFORMED);
        }
    }

    /** A key that comes along in the header proves nothing, and headers that must be understood we do not understand. */
    private static void checkHeader(JWSHeader header, TokenRules rules) throws Refusal {
        boolean bringsKey = header.getJWK() != null
                || header.getJWKURL() != null
                || header.getX509CertURL() != null
                || header.getX509CertChain() != null;
        boolean critical = header.getCriticalParams() != null
                && !header.getCriticalParams().isEmpty();
        refuseIf(bringsKey || critical || !header.isBase64URLEncodePayload(), Reason.MALFORMED);
        refuseIf(!rules.algorithms().contains(header.getAlgorithm().getName()), Reason.ALGORITHM_REFUSED);
        String type = header.getType() == null ? "" : header.getType().getType().toLowerCase(Locale.ROOT);
        refuseIf(!rules.types().contains(type), Reason.WRONG_TYPE);
    }

    private static JWK key(JWSHeader header, TrustedIssuer issuer) throws Refusal {
        String kid = header.getKeyID();
        refuseIf(kid == null || kid.isEmpty() || kid.length() > MOST_KEY_ID_CHARACTERS, Reason.UNKNOWN_KEY);
        JWK key = issuer.findKey(kid).orElseThrow(() -> new Refusal(Reason.UNKNOWN_KEY));
        refuseIf(
                key.getAlgorithm() != null
                        && !key.getAlgorithm()
                                .getName()
                                .equals(header.getAlgorithm().getName()),
                Reason.ALGORITHM_REFUSED);
        return key;
    }

    private static void checkSignature(SignedJWT token, JWK key) throws Refusal {
        try {
            Optional<JWSVerifier> verifier = verifier(key, token.getHeader().getAlgorithm());
            refuseIf(verifier.isEmpty(), Reason.ALGORITHM_REFUSED);
            refuseIf(!token.verify(verifier.get()), Reason.BAD_SIGNATURE);
        } catch (JOSEException | RuntimeException _) {
            throw new Refusal(Reason.BAD_SIGNATURE);
        }
    }

    /** The key's kind decides, not the header's word: an RSA key never checks anything but RSA. */
    private static Optional<JWSVerifier> verifier(JWK key, JWSAlgorithm algorithm) throws JOSEException {
        Optional<JWSVerifier> verifier = Optional.empty();
        if (key instanceof ECKey curve) {
            verifier = Optional.of(new ECDSAVerifier(curve));
        } else if (key instanceof RSAKey rsa) {
            verifier = Optional.of(new RSASSAVerifier(rsa));
        }
        return verifier.filter(able -> able.supportedJWSAlgorithms().contains(algorithm));
    }

    private static void checkAudience(JWTClaimsSet claims, TokenRules rules) throws Refusal {
        List<String> audiences;
        try {
            audiences = rules.audienceClaim().equals("aud")
                    ? claims.getAudience()
                    : Optional.ofNullable(claims.getStringClaim(rules.audienceClaim())).stream()
                            .toList();
        } catch (ParseException _) {
            throw new Refusal(Reason.WRONG_AUDIENCE);
        }
        refuseIf(audiences.stream().noneMatch(rules.audiences()::contains), Reason.WRONG_AUDIENCE);
    }

    /** Returns when it expires. A token that is bound to a key of its bearer's (RFC 7800) is not for who merely bears it. */
    private Instant checkTimes(JWTClaimsSet claims, TokenRules rules) throws Refusal {
        Instant now = clock.instant();
        Instant expires = instant(claims.getExpirationTime());
        Instant made = instant(claims.getIssueTime());
        Instant latest = now.plus(KeyTimes.CLOCK_SKEW);
        refuseIf(!now.isBefore(expires.plus(KeyTimes.CLOCK_SKEW)), Reason.EXPIRED);
        refuseIf(made.isAfter(latest), Reason.NOT_YET_VALID);
        Date notBefore = claims.getNotBeforeTime();
        refuseIf(notBefore != null && notBefore.toInstant().isAfter(latest), Reason.NOT_YET_VALID);
        refuseIf(expires.isAfter(made.plus(rules.mostLifetime())), Reason.TIMES_REFUSED);
        refuseIf(claims.getClaim(CONFIRMATION) != null, Reason.CLAIMS_REFUSED);
        return expires;
    }

    private static Instant instant(@Nullable Date date) throws Refusal {
        if (date == null) {
            throw new Refusal(Reason.TIMES_REFUSED);
        }
        return date.toInstant();
    }

    private static void refuseIf(boolean wrong, Reason reason) throws Refusal {
        if (wrong) {
            throw new Refusal(reason);
        }
    }

    /** Leaves the checks at the first that fails; never leaves this class. */
    private static final class Refusal extends Exception {
        private static final long serialVersionUID = 1L;

        private final Reason reason;

        Refusal(Reason reason) {
            super(reason.code(), null, false, false);
            this.reason = reason;
        }
    }
}
