package io.lumia.accounts.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.lumia.accounts.MovableClock;
import io.lumia.accounts.token.CheckToken;
import io.lumia.accounts.token.TokenResult;
import io.lumia.accounts.token.TokenResult.Genuine;
import io.lumia.accounts.token.TokenResult.Reason;
import io.lumia.accounts.token.TokenResult.Rejected;
import io.lumia.accounts.token.TokenRules;
import io.lumia.kernel.access.Role;
import io.lumia.kernel.access.Scope;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tokens in the shape that Cognito gives its access tokens. */
class ExternalTokensTest {

    private static final String COGNITO = "https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_example";
    private static final String OTHER = "https://id.example.org";
    private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");

    private static RSAKey key;
    private static RSAKey othersKey;

    private final MovableClock clock = new MovableClock(NOW);
    private final CheckToken check = new CheckToken(List.of(cognito(), other()), clock);

    @BeforeAll
    static void makeKeys() throws JOSEException {
        key = new RSAKeyGenerator(2048)
                .keyID("one")
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.RS256)
                .generate();
        othersKey = new RSAKeyGenerator(2048).keyID("two").generate();
    }

    @Test
    void groupsAndScopesMeanWhatIsConfigured() throws JOSEException {
        TokenResult result = check.check(token(claims -> claims.claim("cognito:groups", List.of("Advisors", "Cooks"))
                .claim("scope", "openid lumia/profile lumia/unheard-of")));

        assertThat(result).isInstanceOfSatisfying(Genuine.class, genuine -> {
            assertThat(genuine.caller().role()).isEqualTo(Role.ADVISOR);
            assertThat(genuine.caller().scopes()).containsExactly(Scope.MARKET_READ, Scope.PROFILE_READ);
            assertThat(genuine.caller().session()).isNull();
            assertThat(genuine.caller().issuer()).isEqualTo(COGNITO);
        });
    }

    @Test
    void whoseTokenSaysNothingThatWeKnowMayWhatStrangersMay() throws JOSEException {
        for (UnaryOperator<JWTClaimsSet.Builder> claims : List.<UnaryOperator<JWTClaimsSet.Builder>>of(
                it -> it,
                it -> it.claim("cognito:groups", List.of("admin", "ADMIN")).claim("scope", "users:manage"),
                it -> it.claim("cognito:groups", Map.of("Advisors", true)).claim("scope", 7),
                it -> it.claim("role", "admin").claim("plan", "premium"))) {
            assertThat(check.check(token(claims))).isInstanceOfSatisfying(Genuine.class, genuine -> {
                assertThat(genuine.caller().role()).isEqualTo(Role.USER);
                assertThat(genuine.caller().scopes()).isEqualTo(Scope.ANONYMOUS);
            });
        }
    }

    @Test
    void aPersonIsHisIssuersSubject() {
        assertThat(ExternalTokens.userId(COGNITO, "ann")).isEqualTo(ExternalTokens.userId(COGNITO, "ann"));
        assertThat(ExternalTokens.userId(COGNITO, "ann")).isNotEqualTo(ExternalTokens.userId(OTHER, "ann"));
        assertThat(ExternalTokens.userId(COGNITO, "ann")).isNotEqualTo(ExternalTokens.userId(COGNITO, "Ann"));
    }

    @Test
    void anIdTokenIsNoAccessToken() throws JOSEException {
        assertRejected(token(claims -> claims.claim("token_use", "id")), Reason.CLAIMS_REFUSED);
        assertRejected(token(claims -> claims.claim("client_id", null).audience("our-client")), Reason.WRONG_AUDIENCE);
        assertRejected(token(claims -> claims.claim("client_id", "their-client")), Reason.WRONG_AUDIENCE);
        assertRejected(token(claims -> claims.claim("nonce", "n-0S6_WzA2Mj")), Reason.CLAIMS_REFUSED);
        assertRejected(token(claims -> claims.claim("at_hash", "77QmUPtjPfzWtF2AnpK9RQ")), Reason.CLAIMS_REFUSED);
        assertRejected(token(claims -> claims.subject(null)), Reason.CLAIMS_REFUSED);
    }

    @Test
    void oneIssuersKeySignsNothingForAnother() throws JOSEException {
        JWTClaimsSet asCognito = claims().build();
        JWTClaimsSet asOther = claims().issuer(OTHER).audience("our-client").build();

        assertRejected(signed(asCognito, othersKey, "two"), Reason.UNKNOWN_KEY);
        assertRejected(signed(asCognito, othersKey, "one"), Reason.BAD_SIGNATURE);
        assertRejected(signed(asOther, key, "one"), Reason.UNKNOWN_KEY);
        assertThat(check.check(signed(asOther, othersKey, "two"))).isInstanceOf(Genuine.class);
    }

    @Test
    void aPublicKeyIsNoSecretHereEither() throws JOSEException {
        SignedJWT forged = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("one").build(), claims().build());
        forged.sign(new MACSigner(key.toPublicJWK().toJSONString()));

        assertRejected(forged.serialize(), Reason.ALGORITHM_REFUSED);
    }

    @Test
    void theLifetimeIsBoundedHereToo() throws JOSEException {
        assertRejected(
                token(claims -> claims.expirationTime(Date.from(NOW.plus(Duration.ofDays(2))))), Reason.TIMES_REFUSED);
        clock.advance(Duration.ofHours(2));
        assertRejected(token(claims -> claims), Reason.EXPIRED);
    }

    private void assertRejected(String token, Reason reason) {
        assertThat(check.check(token)).isEqualTo(new Rejected(reason));
    }

    private ExternalTokens cognito() {
        TokenRules rules = new TokenRules(
                COGNITO, Set.of("our-client"), "client_id", Set.of("RS256"), Set.of("", "jwt"), Duration.ofHours(24));
        ExternalIssuer issuer = new ExternalIssuer(
                "cognito",
                rules,
                URI.create(COGNITO + "/.well-known/jwks.json"),
                Map.of("token_use", "access"),
                "cognito:groups",
                Map.of("Advisors", Role.ADVISOR, "Operators", Role.ADMIN),
                "scope",
                Map.of("lumia/profile", Scope.PROFILE_READ));
        return new ExternalTokens(issuer, keySet(() -> key));
    }

    private ExternalTokens other() {
        TokenRules rules = new TokenRules(
                OTHER, Set.of("our-client"), "aud", Set.of("RS256"), Set.of("", "jwt"), Duration.ofHours(24));
        ExternalIssuer issuer = new ExternalIssuer(
                "other", rules, URI.create(OTHER + "/keys"), Map.of(), "groups", Map.of(), "scope", Map.of());
        return new ExternalTokens(issuer, keySet(() -> othersKey));
    }

    private CachedKeySet keySet(java.util.function.Supplier<RSAKey> published) {
        KeySetSource source = _ -> new KeySetSource.Received(new JWKSet(published.get()).toString());
        return new CachedKeySet(URI.create("https://id.example.org/keys"), source, clock);
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(COGNITO)
                .subject("7f9c0000-aaaa-bbbb-cccc-000000000001")
                .claim("client_id", "our-client")
                .claim("token_use", "access")
                .issueTime(Date.from(NOW))
                .expirationTime(Date.from(NOW.plus(Duration.ofHours(1))));
    }

    private static String token(UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
        return signed(change.apply(claims()).build(), key, "one");
    }

    private static String signed(JWTClaimsSet claims, RSAKey by, String kid) throws JOSEException {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(JOSEObjectType.JWT)
                .keyID(kid)
                .build();
        SignedJWT token = new SignedJWT(header, claims);
        token.sign(new RSASSASigner(by));
        return token.serialize();
    }
}
