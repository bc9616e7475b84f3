package io.lumia.accounts.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import io.lumia.accounts.MovableClock;
import io.lumia.platform.web.WebClient;
import io.lumia.platform.web.WebFailure;
import io.lumia.platform.web.WebRequest;
import io.lumia.platform.web.WebResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class CachedKeySetTest {

    private static final URI ADDRESS = URI.create("https://id.example.org/keys");
    private static final Duration ONE_SECOND = Duration.ofSeconds(1);

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-26T10:00:00Z"));
    private final FakeSource source = new FakeSource();
    private final CachedKeySet keys = new CachedKeySet(ADDRESS, source, clock);

    @Test
    void asksOnceForManyTokens() throws JOSEException {
        source.publish(key("one"));

        for (int i = 0; i < 100; i++) {
            assertThat(keys.find("one")).isPresent();
        }

        assertThat(source.asked).isEqualTo(1);
    }

    @Test
    void aNewKeyIsSeenAndAWithdrawnOneForgotten() throws JOSEException {
        source.publish(key("one"));
        keys.find("one");
        source.publish(key("two"));
        clock.advance(CachedKeySet.ASKED_AT_MOST_EVERY);

        assertThat(keys.find("two")).isPresent();
        assertThat(keys.find("one")).isEmpty();
    }

    @Test
    void inventedIdsMakeUsAskNoOftenerThanTheBound() throws JOSEException {
        source.publish(key("one"));
        for (int second = 0; second < 60; second++) {
            for (int i = 0; i < 50; i++) {
                assertThat(keys.find("invented-" + second + "-" + i)).isEmpty();
            }
            clock.advance(ONE_SECOND);
        }

        assertThat(source.asked).isEqualTo(2);
    }

    @Test
    void whoseKeyIsKnownDoesNotWaitForAnotherToBeFetched() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        String published = new JWKSet(key("one")).toString(false);
        source.answer = new KeySetSource.Received(published);
        keys.find("one");
        clock.advance(CachedKeySet.ASKED_AT_MOST_EVERY);
        source.before = () -> {
            asked.countDown();
            answered.await();
        };

        try (ExecutorService executor = Executors.newSingleThreadExecutor()) {
            Future<?> invented = executor.submit(() -> keys.find("invented"));
            asked.await();

            assertThat(keys.find("one")).isPresent();
            assertThat(invented.isDone()).isFalse();
            answered.countDown();
        }
    }

    @Test
    void whatWeHaveCountsWhileTheIssuerIsAwayButNotForEver() throws JOSEException {
        source.publish(key("one"));
        keys.find("one");
        source.answer = new KeySetSource.Unavailable("status 503");

        clock.advance(CachedKeySet.MOST_AGE.minus(ONE_SECOND));
        assertThat(keys.find("one")).isPresent();
        clock.advance(ONE_SECOND);
        assertThat(keys.find("one")).isEmpty();
    }

    @Test
    void anAnswerThatIsNoKeySetChangesNothing() throws JOSEException {
        source.publish(key("one"));
        keys.find("one");
        for (String body : List.of("", "<html>", "[]", "{}", "{\"keys\":7}", "null", "{\"keys\":[{\"kty\":\"EC\"}]}")) {
            source.answer = new KeySetSource.Received(body);
            clock.advance(CachedKeySet.FRESH_FOR);

            assertThat(keys.find("one")).as(body).isPresent();
        }
    }

    @Test
    void takesOnlyKeysThatCanCheckSignatures() throws JOSEException {
        ECKey encrypting = new ECKeyGenerator(Curve.P_256)
                .keyID("encrypting")
                .keyUse(KeyUse.ENCRYPTION)
                .generate();
        ECKey nameless = new ECKeyGenerator(Curve.P_256).generate();
        OctetSequenceKey secret =
                new OctetSequenceKeyGenerator(256).keyID("secret").generate();
        source.publish(encrypting, nameless, secret, key("one"));

        assertThat(keys.find("one")).isPresent().get().satisfies(key -> assertThat(key.isPrivate())
                .isFalse());
        assertThat(keys.find("encrypting")).isEmpty();
        assertThat(keys.find("secret")).isEmpty();
    }

    @Test
    void overTheWebOnlyTheConfiguredHostIsAskedAndOnlySoMuchRead() {
        AtomicReference<WebRequest> asked = new AtomicReference<>();
        WebClient client = request -> {
            asked.set(request);
            return new WebResponse(200, Map.of(), "{\"keys\":[]}".getBytes(StandardCharsets.UTF_8), clock.instant());
        };

        assertThat(new WebKeySetSource(client).fetch(ADDRESS)).isEqualTo(new KeySetSource.Received("{\"keys\":[]}"));
        assertThat(asked.get().allowedHosts()).isEqualTo(Set.of("id.example.org"));
        assertThat(asked.get().maxBytes()).isEqualTo(WebKeySetSource.MOST_BYTES);
        assertThat(asked.get().timeout()).isEqualTo(WebKeySetSource.TIMEOUT);
    }

    @Test
    void overTheWebAnythingButTwoHundredIsNoKeySet() {
        WebClient moved = _ -> new WebResponse(302, Map.of(), new byte[0], clock.instant());
        WebClient away = _ -> new WebFailure(WebFailure.Kind.TIMED_OUT, "after 5 s", 0);

        assertThat(new WebKeySetSource(moved).fetch(ADDRESS)).isEqualTo(new KeySetSource.Unavailable("status 302"));
        assertThat(new WebKeySetSource(away).fetch(ADDRESS))
                .isEqualTo(new KeySetSource.Unavailable("timed_out: after 5 s"));
    }

    private static ECKey key(String kid) throws JOSEException {
        return new ECKeyGenerator(Curve.P_256).keyID(kid).generate();
    }

    private static final class FakeSource implements KeySetSource {

        private Fetched answer = new Unavailable("nothing published yet");
        private int asked;
        private Wait before = () -> {};

        private interface Wait {
            void until() throws InterruptedException;
        }

        void publish(JWK... keys) {
            answer = new Received(new JWKSet(List.of(keys)).toString(false));
        }

        @Override
        public Fetched fetch(URI address) {
            asked++;
            try {
                before.until();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return answer;
        }
    }
}
