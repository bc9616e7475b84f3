package io.lumia.accounts.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.lumia.accounts.User;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.kernel.access.Scope;
import io.lumia.platform.time.IdSource;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.UUID;

/** Makes access tokens (RFC 9068, 2021). They carry ids, role, plan and scopes, and nothing personal. */
public final class AccessTokens {

    static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");
    static final String SESSION = "sid";
    static final String ROLE = "role";
    static final String PLAN = "plan";
    static final String SCOPE = "scope";

    private final OwnIssuer own;
    private final SigningKeys keys;
    private final Clock clock;
    private final IdSource ids;

    public AccessTokens(OwnIssuer own, SigningKeys keys, Clock clock, IdSource ids) {
        this.own = own;
        this.keys = keys;
        this.clock = clock;
        this.ids = ids;
    }

    /** A token with all that the user's role allows. */
    public AccessToken make(User user, UUID session) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant expiresAt = now.plus(KeyTimes.ACCESS_LIFETIME);
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(own.issuer())
                .audience(own.audience())
                .subject(user.id().toString())
                .issueTime(Date.from(now))
                .notBeforeTime(Date.from(now))
                .expirationTime(Date.from(expiresAt))
                .jwtID(ids.next().toString())
                .claim(SESSION, session.toString())
                .claim(ROLE, user.role().code())
                .claim(PLAN, user.plan().code())
                .claim(SCOPE, Scope.join(user.role().scopes()))
                .build();
        return new AccessToken(signed(claims), expiresAt);
    }

    private String signed(JWTClaimsSet claims) {
        ECKey key = keys.signer();
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(TYPE)
                .keyID(key.getKeyID())
                .build();
        SignedJWT token = new SignedJWT(header, claims);
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException _) {
            throw new AppException(ErrorCode.INTERNAL, "signing key '%s' does not sign".formatted(key.getKeyID()));
        }
        return token.serialize();
    }
}
