package io.lumia.accounts.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.lumia.accounts.token.TokenResult.Genuine;
import io.lumia.accounts.token.TokenResult.Reason;
import io.lumia.accounts.token.TokenResult.Rejected;
import io.lumia.kernel.access.Scope;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people try with tokens (RFC 8725, 2020, and the usual lists of attacks), against the rules for our own. */
class TokenAttackTest {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    /** Zero to who computes modulo it (CVE-2022-21449). */
    private static final String ORDER_OF_P256 = "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551";

    private static final Duration ONE_SECOND = Duration.ofSeconds(1);

    private final TokenFixture fixture = new TokenFixture();
    private final String genuine = fixture.token();
    private final Instant now = fixture.clock.instant();

    @Test
    void takesAGenuineToken() {
        assertThat(fixture.check.check(genuine)).isInstanceOfSatisfying(Genuine.class, result -> {
            assertThat(result.caller().user()).isEqualTo(TokenFixture.ANN.id());
            assertThat(result.caller().session()).isEqualTo(TokenFixture.SESSION);
            assertThat(result.caller().role()).isEqualTo(TokenFixture.ANN.role());
            assertThat(result.caller().plan()).isEqualTo(TokenFixture.ANN.plan());
            assertThat(result.caller().scopes())
                    .isEqualTo(TokenFixture.ANN.role().scopes());
            assertThat(result.expiresAt()).isEqualTo(now.plus(KeyTimes.ACCESS_LIFETIME));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "NONE", "nOnE"})
    void refusesTheAlgorithmNone(String algorithm) {
        String header = "{\"alg\":\"%s\",\"typ\":\"at+jwt\",\"kid\":\"%s\"}".formatted(algorithm, kid());

        for (String signature : List.of("", genuine.split("\\.")[2])) {
            assertThat(fixture.check.check(encoded(header) + "." + payload() + "." + signature))
                    .isInstanceOf(Rejected.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HS256", "HS384", "HS512"})
    void refusesAPublicKeyAsTheSecretOfAHash(String algorithm) throws JOSEException {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.parse(algorithm))
                .type(AccessTokens.TYPE)
                .keyID(kid())
                .build();
        byte[] publicKey = fixture.keys.signer().toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8);
        SignedJWT forged = new SignedJWT(header, claims().build());
        forged.sign(new MACSigner(publicKey));

        assertRejected(forged.serialize(), Reason.ALGORITHM_REFUSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ES384", "ES512", "RS256", "PS256", "EdDSA", "ES256K", "es256", "X"})
    void refusesEveryOtherAlgorithm(String algorithm) {
        String header = "{\"alg\":\"%s\",\"typ\":\"at+jwt\",\"kid\":\"%s\"}".formatted(algorithm, kid());

        assertRejected(encoded(header) + "." + payload() + "." + genuine.split("\\.")[2], Reason.ALGORITHM_REFUSED);
    }

    @Test
    void refusesAKeyThatTheTokenBringsAlong() throws JOSEException {
        ECKey own = new ECKeyGenerator(Curve.P_256).keyID("attacker").generate();
        URI address = URI.create("https://attacker.example.org/keys");
        JWSHeader.Builder base = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(AccessTokens.TYPE)
                .keyID(kid());

        assertRejected(
                signed(
                        new JWSHeader.Builder(base.build())
                                .jwk(own.toPublicJWK())
                                .build(),
                        own),
                Reason.MALFORMED);
        assertRejected(
                signed(new JWSHeader.Builder(base.build()).jwkURL(address).build(), own), Reason.MALFORMED);
        assertRejected(
                signed(new JWSHeader.Builder(base.build()).x509CertURL(address).build(), own), Reason.MALFORMED);
        assertRejected(signed(base.build(), own), Reason.BAD_SIGNATURE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "unknown",
                "../../../../dev/null",
                "' UNION SELECT 'key'--",
                "https://attacker.example.org/keys",
                "\u0000",
                "|cat /etc/passwd"
            })
    void refusesAnUnknownKeyId(String kid) throws JOSEException {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(AccessTokens.TYPE)
                .keyID(kid)
                .build();

        assertRejected(signed(header, fixture.keys.signer()), Reason.UNKNOWN_KEY);
    }

    @Test
    void refusesATokenWithoutKeyId() throws JOSEException {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(AccessTokens.TYPE)
                .build();

        assertRejected(signed(header, fixture.keys.signer()), Reason.UNKNOWN_KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"JWT", "dpop+jwt", "logout+jwt", "secevent+jwt", "id+jwt", "application/at+jwt"})
    void refusesAnotherTypeOfToken(String type) throws JOSEException {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType(type))
                .keyID(kid())
                .build();

        assertRejected(signed(header, fixture.keys.signer()), Reason.WRONG_TYPE);
    }

    @Test
    void refusesATokenWithoutType() throws JOSEException {
        JWSHeader header =
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(kid()).build();

        assertRejected(signed(header, fixture.keys.signer()), Reason.WRONG_TYPE);
    }

    @Test
    void refusesHeadersThatMustBeUnderstood() throws JOSEException {
        JWSHeader critical = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(AccessTokens.TYPE)
                .keyID(kid())
                .criticalParams(Set.of("exp"))
                .customParam("exp", 1)
                .build();
        String detached = "{\"alg\":\"ES256\",\"typ\":\"at+jwt\",\"kid\":\"%s\",\"b64\":false,\"crit\":[\"b64\"]}"
                .formatted(kid());

        assertRejected(signed(critical, fixture.keys.signer()), Reason.MALFORMED);
        assertThat(fixture.check.check(encoded(detached) + "." + payload() + ".AA"))
                .isInstanceOf(Rejected.class);
    }

    @Test
    void refusesSignaturesThatWereMadeUp() {
        String signed = genuine.substring(0, genuine.lastIndexOf('.') + 1);
        byte[] order = HexFormat.of().parseHex(ORDER_OF_P256);
        byte[] zeros = new byte[64];
        byte[] orders = Arrays.copyOf(order, 64);
        System.arraycopy(order, 0, orders, 32, 32);
        byte[] ones = new byte[64];
        ones[31] = 1;
        ones[63] = 1;

        for (byte[] signature : List.of(new byte[0], new byte[1], zeros, orders, ones, new byte[63], new byte[65])) {
            assertThat(fixture.check.check(signed + BASE64.encodeToString(signature)))
                    .isInstanceOf(Rejected.class);
        }
    }

    @Test
    void refusesEveryTokenWithAChangedLetter() {
        Random random = new Random(17);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.= ";
        for (int i = 0; i < 400; i++) {
            int position = random.nextInt(genuine.length() - 1);
            char other = alphabet.charAt(random.nextInt(alphabet.length()));
            if (other != genuine.charAt(position)) {
                String changed = genuine.substring(0, position) + other + genuine.substring(position + 1);

                assertThat(fixture.check.check(changed)).as(changed).isInstanceOf(Rejected.class);
            }
        }
    }

    @Test
    void refusesAPayloadUnderAnotherTokensSignature() {
        String[] parts = genuine.split("\\.");
        String admin = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                .replace("\"advisor\"", "\"admin\"");

        assertRejected(parts[0] + "." + encoded(admin) + "." + parts[2], Reason.BAD_SIGNATURE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://lumia.example.org/", "https://LUMIA.example.org", "https://lumia.example.org.attacker.example",
                "http://lumia.example.org", " https://lumia.example.org", ""
            })
    void refusesAnotherIssuer(String issuer) throws JOSEException {
        assertRejected(signed(claims -> claims.issuer(issuer)), Reason.UNKNOWN_ISSUER);
    }

    @Test
    void refusesAnotherAudience() throws JOSEException {
        assertRejected(signed(claims -> claims.audience("another-api")), Reason.WRONG_AUDIENCE);
        assertRejected(signed(claims -> claims.audience("lumia-api-2")), Reason.WRONG_AUDIENCE);
        assertRejected(signed(claims -> claims.audience((String) null)), Reason.WRONG_AUDIENCE);
        assertThat(fixture.check.check(signed(claims -> claims.audience(List.of("another", "lumia-api")))))
                .isInstanceOf(Genuine.class);
    }

    @Test
    void countsUntilItExpiresAndASkewLonger() {
        fixture.clock.advance(KeyTimes.ACCESS_LIFETIME.plus(KeyTimes.CLOCK_SKEW).minus(ONE_SECOND));
        assertThat(fixture.check.check(genuine)).isInstanceOf(Genuine.class);

        fixture.clock.advance(ONE_SECOND);
        assertRejected(genuine, Reason.EXPIRED);
    }

    @Test
    void countsFromWhenItWasMadeAndASkewBefore() throws JOSEException {
        Instant latest = now.plus(KeyTimes.CLOCK_SKEW);

        assertThat(fixture.check.check(signed(claims -> claims.notBeforeTime(Date.from(latest)))))
                .isInstanceOf(Genuine.class);
        assertRejected(
                signed(claims -> claims.notBeforeTime(Date.from(latest.plus(ONE_SECOND)))), Reason.NOT_YET_VALID);
        assertRejected(
                signed(claims -> claims.issueTime(Date.from(latest.plus(ONE_SECOND)))
                        .expirationTime(Date.from(latest.plus(Duration.ofMinutes(5))))),
                Reason.NOT_YET_VALID);
    }

    @Test
    void refusesTimesThatAreMissingOrTooFarApart() throws JOSEException {
        assertRejected(signed(claims -> claims.expirationTime(null)), Reason.TIMES_REFUSED);
        assertRejected(signed(claims -> claims.issueTime(null)), Reason.TIMES_REFUSED);
        assertRejected(
                signed(claims -> claims.expirationTime(
                        Date.from(now.plus(KeyTimes.ACCESS_LIFETIME).plus(ONE_SECOND)))),
                Reason.TIMES_REFUSED);
        assertThat(fixture.check.check(signed(claims -> claims.claim("exp", "2099-01-01"))))
                .isInstanceOf(Rejected.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Admin", "root", "", "admin "})
    void refusesARoleThatWeDoNotKnow(String role) throws JOSEException {
        assertRejected(signed(claims -> claims.claim(AccessTokens.ROLE, role)), Reason.CLAIMS_REFUSED);
    }

    @Test
    void refusesClaimsThatAreMissingOrOfAnotherKind() throws JOSEException {
        for (String name :
                List.of("sub", AccessTokens.SESSION, AccessTokens.ROLE, AccessTokens.PLAN, AccessTokens.SCOPE)) {
            assertRejected(signed(claims -> claims.claim(name, null)), Reason.CLAIMS_REFUSED);
            assertThat(fixture.check.check(signed(claims -> claims.claim(name, List.of("x")))))
                    .isInstanceOf(Rejected.class);
        }
        assertRejected(signed(claims -> claims.subject("1 OR 1=1")), Reason.CLAIMS_REFUSED);
        assertRejected(signed(claims -> claims.claim(AccessTokens.SCOPE, "market:read admin")), Reason.CLAIMS_REFUSED);
    }

    @Test
    void aTokenBoundToAKeyIsNotForItsMereBearer() throws JOSEException {
        assertRejected(signed(claims -> claims.claim("cnf", java.util.Map.of("jkt", "x"))), Reason.CLAIMS_REFUSED);
    }

    @Test
    void aScopeBeyondTheRoleDoesNotCount() throws JOSEException {
        String token = signed(claims ->
                claims.claim(AccessTokens.ROLE, "user").claim(AccessTokens.SCOPE, "market:read users:manage"));

        assertThat(fixture.check.check(token)).isInstanceOfSatisfying(Genuine.class, result -> assertThat(
                        result.caller().scopes())
                .containsExactly(Scope.MARKET_READ));
    }

    @Test
    void keysGivenTwiceAreRefused() throws JOSEException {
        String twice = claims().build().toString().replaceFirst("\\{", "{\"role\":\"admin\",");
        Base64URL header = header().toBase64URL();
        Base64URL payload = Base64URL.encode(twice);
        byte[] input = (header + "." + payload).getBytes(StandardCharsets.US_ASCII);
        Base64URL signature = new ECDSASigner(fixture.keys.signer()).sign(header(), input);

        assertThat(fixture.check.check(header + "." + payload + "." + signature))
                .isInstanceOf(Rejected.class);
    }

    private void assertRejected(String token, Reason reason) {
        assertThat(fixture.check.check(token)).isEqualTo(new Rejected(reason));
    }

    private String kid() {
        return fixture.keys.signer().getKeyID();
    }

    private JWSHeader header() {
        return new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(AccessTokens.TYPE)
                .keyID(kid())
                .build();
    }

    private JWTClaimsSet.Builder claims() {
        try {
            return new JWTClaimsSet.Builder(SignedJWT.parse(genuine).getJWTClaimsSet());
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private String payload() {
        return genuine.split("\\.")[1];
    }

    private static String encoded(String json) {
        return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    /** With our own key: what comes out differs from a genuine token only in its claims. */
    private String signed(UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
        SignedJWT token = new SignedJWT(header(), change.apply(claims()).build());
        token.sign(new ECDSASigner(fixture.keys.signer()));
        return token.serialize();
    }

    private String signed(JWSHeader header, ECKey key) throws JOSEException {
        Base64URL payload = claims().build().toPayload().toBase64URL();
        byte[] input = (header.toBase64URL() + "." + payload).getBytes(StandardCharsets.US_ASCII);
        JWSHeader plain = new JWSHeader(JWSAlgorithm.ES256);
        return header.toBase64URL() + "." + payload + "." + new ECDSASigner(key).sign(plain, input);
    }
}
