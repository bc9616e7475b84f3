package io.lumia.market.provider.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.kernel.AppException;
import io.lumia.market.Dataset;
import io.lumia.market.PriceBasis;
import io.lumia.market.provider.MarketDataProvider.Fetching;
import io.lumia.market.provider.ParsedAnswer;
import io.lumia.market.provider.ProviderAnswer;
import io.lumia.market.provider.ProviderAnswer.BadKey;
import io.lumia.market.provider.ProviderAnswer.Blocked;
import io.lumia.market.provider.ProviderAnswer.EmptyConfirmed;
import io.lumia.market.provider.ProviderAnswer.Fetched;
import io.lumia.market.provider.ProviderAnswer.PlanLimit;
import io.lumia.market.provider.ProviderAnswer.SchemaChanged;
import io.lumia.market.provider.ProviderAnswer.SymbolUnknown;
import io.lumia.market.provider.ProviderAnswer.Throttled;
import io.lumia.market.provider.ProviderAnswer.Unchanged;
import io.lumia.market.provider.ProviderAnswer.Unreachable;
import io.lumia.market.provider.ProviderRequest;
import io.lumia.market.provider.Providers;
import io.lumia.market.provider.RawAnswer;
import io.lumia.market.provider.web.CallGate.Permission.BreakerOpen;
import io.lumia.market.provider.web.CallGate.Permission.BudgetUsed;
import io.lumia.market.provider.web.CallGate.Permission.WaitUntil;
import io.lumia.market.provider.web.CallGate.Validators;
import io.lumia.platform.retry.Backoff;
import io.lumia.platform.web.WebFailure;
import io.lumia.platform.web.WebRequest;
import io.lumia.platform.web.WebResponse;
import io.lumia.platform.web.WebResult;
import io.micronaut.context.ApplicationContext;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** From a request to an answer that is kept and read again, against a stub that answers in turn. */
class WebProviderTest {

    private static final Instant START = Instant.parse("2026-11-25T10:00:00Z");
    private static final UUID ITEM = UUID.fromString("018c1b2a-0003-7000-8000-000000000003");
    private static final String KEY = "s3cret-Key/42";

    private final FakeGate gate = new FakeGate();
    private final Deque<WebResult> answers = new ArrayDeque<>();
    private final List<WebRequest> asked = new ArrayList<>();
    private final TickingClock clock = new TickingClock();

    @Test
    void keepsEveryPageAsReceivedAndReadsThemTogether() {
        says(200, "2026-11-20,4.01\nmore https://stub.example/DGS10/2");
        says(200, "2026-11-23,4.02\nmore https://stub.example/DGS10/3");
        says(200, "2026-11-24,4.03");

        Fetching fetching = provider().fetchMeasured(request("DGS10"));

        RawAnswer raw = fetched(fetching.answer());
        assertThat(asked)
                .extracting(request -> request.address().getPath())
                .containsExactly("/DGS10", "/DGS10/2", "/DGS10/3");
        assertThat(raw.contentType()).isEqualTo("application/zip");
        assertThat(values(provider().read(raw))).containsExactly(4.01, 4.02, 4.03);
        assertThat(AnswerArchive.read(raw.content())
                        .exchanges()
                        .getFirst()
                        .response()
                        .text())
                .isEqualTo("2026-11-20,4.01\nmore https://stub.example/DGS10/2");
        assertThat(fetching.calls()).isEqualTo(3);
        assertThat(fetching.bytes()).isEqualTo(49 + 49 + 15);
        assertThat(gate.outcomes()).containsExactly("fetched", "fetched", "fetched");
    }

    @Test
    void theSameContentIsTheSameBytes() {
        says(200, "2026-11-20,4.01");
        says(200, "2026-11-20,4.01");
        clock.step = Duration.ZERO;

        assertThat(fetched(fetch("DGS10")).content())
                .isEqualTo(fetched(fetch("DGS10")).content());
    }

    @Test
    void aPageThatCannotBeHadLeavesNoPartOfADay() {
        says(200, "2026-11-20,4.01\nmore https://stub.example/DGS10/2");
        says(200, "2026-11-23,4.02\nmore https://stub.example/DGS10/3");
        for (int i = 0; i < 3; i++) {
            answers.add(new WebFailure(WebFailure.Kind.CUT_OFF, "the line went dead", 12));
        }

        ProviderAnswer answer = fetch("DGS10");

        assertThat(answer).isInstanceOf(Unreachable.class);
        assertThat(answer.detail()).contains("cut_off");
        assertThat(gate.outcomes()).containsExactly("fetched", "fetched", "unreachable", "unreachable", "unreachable");
    }

    @Test
    void endlessPagesEnd() {
        for (int i = 0; i <= AnswerArchive.MAX_EXCHANGES; i++) {
            says(200, "2026-11-20,4.01\nmore https://stub.example/DGS10");
        }

        assertThat(fetch("DGS10")).isEqualTo(new SchemaChanged("the answer has more than 500 pages"));
    }

    @Test
    void oneUnknownSymbolAmongOthersIsLeftOutAndAllUnknownIsUnknown() {
        says(200, "unknown");
        says(200, "2026-11-20,4.01");
        assertThat(values(provider().read(fetched(fetch("NOPE", "DGS10"))))).containsExactly(4.01);

        says(200, "unknown");
        says(200, "unknown");
        assertThat(fetch("NOPE", "NEITHER")).isInstanceOf(SymbolUnknown.class);

        says(200, "unknown");
        says(200, "empty");
        assertThat(fetch("NOPE", "DGS10")).isInstanceOf(EmptyConfirmed.class);
    }

    @Test
    void rowsOutsideTheRangeAloneAreNothing() {
        says(200, "1999-11-20,4.01");

        assertThat(fetch("DGS10")).isInstanceOf(EmptyConfirmed.class);
    }

    @Test
    void triesAgainWhatMayPass() {
        says(500, "oops");
        answers.add(new WebFailure(WebFailure.Kind.TIMED_OUT, "not complete within 30000 ms", 0));
        says(200, "2026-11-20,4.01");

        assertThat(fetch("DGS10")).isInstanceOf(Fetched.class);
        assertThat(gate.outcomes()).containsExactly("unreachable", "unreachable", "fetched");
    }

    @Test
    void waitsAsLongAsRetryAfterSays() {
        answers.add(response(429, "slow down", Map.of("Retry-After", "7")));
        says(200, "2026-11-20,4.01");

        assertThat(fetch("DGS10")).isInstanceOf(Fetched.class);
        assertThat(clock.waited).isGreaterThanOrEqualTo(Duration.ofSeconds(7)).isLessThan(Duration.ofSeconds(12));
    }

    @Test
    void neverWaitsBeyondTheDeadline() {
        answers.add(response(429, "slow down", Map.of("Retry-After", "600")));

        ProviderAnswer answer = fetch("DGS10");

        assertThat(answer).isInstanceOfSatisfying(Throttled.class, throttled -> assertThat(throttled.waitTime())
                .isEqualTo(Duration.ofSeconds(600)));
        assertThat(clock.waited).isLessThan(Duration.ofSeconds(10));
        assertThat(asked).hasSize(1);
    }

    @Test
    void noCallOutlastsTheDeadline() {
        says(200, "2026-11-20,4.01");
        provider()
                .fetch(new ProviderRequest(
                        "",
                        Dataset.OBSERVATIONS,
                        List.of("DGS10"),
                        null,
                        LocalDate.parse("2026-11-25"),
                        null,
                        null,
                        START.plusSeconds(9)));

        assertThat(asked.getFirst().timeout())
                .isLessThanOrEqualTo(Duration.ofSeconds(9))
                .isGreaterThan(Duration.ofSeconds(8));
    }

    @Test
    void waitsForItsTurnAndSaysSoWhenThatIsTooLate() {
        gate.answers.add(new WaitUntil(START.plusSeconds(5), "2 calls per 1 s are used"));
        says(200, "2026-11-20,4.01");
        assertThat(fetch("DGS10")).isInstanceOf(Fetched.class);

        gate.answers.add(new WaitUntil(START.plusSeconds(5_000), "5 calls per 3600 s are used"));
        assertThat(fetch("DGS10")).isInstanceOf(Throttled.class);
        assertThat(asked).hasSize(1);
    }

    @Test
    void asksNobodyWhileTheBreakerIsOpenOrTheBudgetIsUsed() {
        gate.answers.add(new BreakerOpen(START.plusSeconds(60)));
        assertThat(fetch("DGS10")).isInstanceOf(Unreachable.class);
        gate.answers.add(new BudgetUsed(START.plusSeconds(60_000), "25 calls per 86400 s are used"));
        assertThat(fetch("DGS10")).isInstanceOfSatisfying(PlanLimit.class, limit -> assertThat(limit.detail())
                .contains("25 calls"));

        assertThat(asked).isEmpty();
    }

    @Test
    void anAnswerThatWeHaveIsUnchanged() {
        gate.known = java.util.Optional.of(new Validators("\"v1\"", "Wed, 25 Nov 2026 09:00:00 GMT"));
        says(304, "");

        assertThat(provider().fetch(item("DGS10"))).isInstanceOf(Unchanged.class);
        assertThat(asked.getFirst().headers())
                .containsEntry("If-None-Match", "\"v1\"")
                .containsEntry("If-Modified-Since", "Wed, 25 Nov 2026 09:00:00 GMT");
        assertThat(gate.outcomes()).containsExactly("unchanged");
    }

    @Test
    void anAnswerOfSeveralPartsIsAskedForWhole() {
        gate.known = java.util.Optional.of(new Validators("\"v1\"", ""));
        says(200, "2026-11-20,4.01");
        says(200, "2026-11-20,4.02");

        provider().fetch(item("DGS10", "DGS2"));

        assertThat(asked).noneMatch(request -> request.headers().containsKey("If-None-Match"));
    }

    @Test
    void notesWhatTheNextAnswerIsRecognisedBy() {
        answers.add(response(200, "2026-11-20,4.01", Map.of("ETag", "\"v2\"")));

        fetch("DGS10");

        assertThat(gate.ended.getFirst().validators()).isEqualTo(new Validators("\"v2\"", ""));
    }

    @Test
    void whatTheAdapterDoesNotKnowOrTrustIsNoAnswer() {
        says(200, "<html>");
        assertThat(fetch("DGS10")).isInstanceOf(SchemaChanged.class);
        says(200, "crash");
        assertThat(fetch("DGS10")).isInstanceOf(SchemaChanged.class);
        answers.add(new WebFailure(WebFailure.Kind.TOO_LARGE, "more than 10000 bytes", 10_001));
        assertThat(fetch("DGS10")).isInstanceOf(SchemaChanged.class);
        answers.add(new WebFailure(WebFailure.Kind.FORBIDDEN_ADDRESS, "redirected", 0));
        assertThat(fetch("DGS10")).isInstanceOf(Blocked.class);
    }

    @Test
    void aMissingKeyOrContactNamesTheVariableToSet() {
        assertThat(provider(new StubAdapter(KeyNeed.REQUIRED, PriceBasis.RAW, false), null)
                        .fetch(request("DGS10")))
                .isInstanceOfSatisfying(
                        BadKey.class, bad -> assertThat(bad.detail()).contains("LUMIA_PROVIDERS_STUB_KEY"));
        assertThat(provider(new StubAdapter(KeyNeed.NONE, PriceBasis.RAW, true), null)
                        .fetch(request("DGS10")))
                .isInstanceOfSatisfying(
                        BadKey.class, bad -> assertThat(bad.detail()).contains("LUMIA_PROVIDERS_CONTACT"));
        assertThat(provider().fetch(request("^GSPC"))).isInstanceOf(SymbolUnknown.class);
        assertThat(asked).isEmpty();
    }

    @Test
    void aProviderThatIsSwitchedOffIsNotAskedButRead() {
        says(200, "2026-11-20,4.01");
        RawAnswer raw = fetched(fetch("DGS10"));
        WebProvider off = new WebProvider(
                StubAdapter.keyless(),
                ProviderSettings.of(StubAdapter.keyless().capabilities()).withEnabled(false),
                this::answer,
                gate,
                backoff(),
                clock);

        assertThat(off.fetch(request("DGS10"))).isInstanceOf(Blocked.class);
        assertThat(values(off.read(raw))).containsExactly(4.01);
    }

    @Test
    void theKeyIsNowhereButInTheCallItself() {
        WebProvider keyed = provider(new StubAdapter(KeyNeed.REQUIRED, PriceBasis.RAW, false), KEY);
        answers.add(response(
                200,
                "2026-11-20,4.01\nmore https://stub.example/2?x=" + KEY,
                Map.of("Location", "https://x/?k=" + KEY)));
        says(200, "2026-11-23,4.02");
        ProviderAnswer good = keyed.fetch(request("DGS10"));
        says(200, "badkey: your key " + KEY + " is not known");
        ProviderAnswer bad = keyed.fetch(request("DGS10"));
        answers.add(new WebFailure(WebFailure.Kind.FORBIDDEN_ADDRESS, "redirected to https://x/" + KEY, 0));
        ProviderAnswer blocked = keyed.fetch(request("DGS10"));

        assertThat(asked.getFirst().address().toString()).contains("api_key=" + KEY);
        AnswerArchive kept = AnswerArchive.read(fetched(good).content());
        String everything = kept
                + kept.exchanges().stream()
                        .map(exchange -> exchange.response().text())
                        .toList()
                        .toString()
                + bad
                + blocked
                + gate.entered
                + gate.ended
                + keyed
                + ProviderSettings.of(keyed.capabilities()).withKey(KEY);
        assertThat(everything).doesNotContain(KEY).contains("api_key=***");
        assertThat(bad.detail()).isEqualTo("badkey: your key *** is not known");
        assertThat(asked.get(1).address().getQuery())
                .as("a next page's link is followed as given")
                .contains(KEY);
    }

    @Test
    void pricesThatLaterSplitsChangeBelongToTheirDayAndOthersToOneSource() {
        WebProvider adjusted = provider(new StubAdapter(KeyNeed.NONE, PriceBasis.SPLIT_ADJUSTED, false), null);
        LocalDate to = LocalDate.parse("2026-11-25");
        says(200, "2026-11-20,4.01");
        says(200, "2026-11-20,4.01");

        RawAnswer bars = fetched(adjusted.fetch(new ProviderRequest("", Dataset.BARS, List.of("X"), null, to)));
        RawAnswer rates =
                fetched(adjusted.fetch(new ProviderRequest("", Dataset.OBSERVATIONS, List.of("X"), null, to)));

        assertThat(bars.source().asOf()).isEqualTo("2026-11-25T00:00:00Z");
        assertThat(rates.source().asOf()).isEqualTo(WebProvider.TIMELESS);
        assertThat(provider().catalog("").source().asOf()).isEqualTo(WebProvider.TIMELESS);
        assertThat(bars.source().name()).isEqualTo("The stub");
    }

    @Test
    void anArchiveThatSomebodyElseMadeIsRefused() {
        for (String content : List.of("", "PK", "no zip at all")) {
            byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
            RawAnswer raw =
                    new RawAnswer(Dataset.OBSERVATIONS, provider().catalog("").source(), "application/zip", bytes);
            assertThatThrownBy(() -> provider().read(raw)).isInstanceOf(AppException.class);
        }
    }

    @Test
    void readsItsConfigurationAndRefusesWhatItCannotUse() {
        Map<String, Object> good = Map.of(
                "lumia.providers.contact", "ops@example.org",
                "lumia.providers.stub.key", KEY,
                "lumia.providers.stub.endpoint", "http://127.0.0.1:8080/v1/",
                "lumia.providers.stub.quotas", "2/1s, 500/1d",
                "lumia.providers.stub.enabled", "false");
        ProviderSettings settings = settings(good);
        assertThat(settings.key()).isEqualTo(KEY);
        assertThat(settings.contact()).isEqualTo("ops@example.org");
        assertThat(settings.endpoint()).isEqualTo("http://127.0.0.1:8080/v1");
        assertThat(settings.quotas())
                .containsExactly(new Quota(2, Duration.ofSeconds(1)), new Quota(500, Duration.ofDays(1)));
        assertThat(settings.enabled()).isFalse();
        assertThat(settings(Map.of("lumia.providers.stub.key", " ")).key()).isNull();

        assertRefused("key", "with blank", "lumia.providers.stub.key");
        assertRefused("endpoint", "stub.example", "lumia.providers.stub.endpoint");
        assertRefused("quotas", "many", "lumia.providers.stub.quotas");
        assertRefused("enabled", "yes", "lumia.providers.stub.enabled");
    }

    private static void assertRefused(String name, String value, String expected) {
        assertThatThrownBy(() -> settings(Map.of("lumia.providers.stub." + name, value)))
                .isInstanceOf(AppException.class)
                .hasMessageContaining(expected)
                .hasMessageContaining("allowed: ");
    }

    private static ProviderSettings settings(Map<String, Object> properties) {
        try (ApplicationContext context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .properties(new HashMap<>(properties))
                .start()) {
            return context.getBean(ProviderConfiguration.class)
                    .settingsOf(StubAdapter.keyless().capabilities());
        }
    }

    @Test
    void theDirectoryKnowsAllByNameAndSaysWhichThereAre() {
        try (ApplicationContext context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .singletons(StubAdapter.keyless())
                .start()) {
            Providers providers = context.getBean(Providers.class);

            assertThat(providers.names()).contains("bundle", "stub");
            assertThat(providers.capabilities("stub")).isPresent();
            assertThat(providers.capabilities("bundle")).isEmpty();
            assertThat(providers.get("provider of job daily", "stub")).isInstanceOf(WebProvider.class);
            assertThatThrownBy(() -> providers.get("provider of job daily", "nobody"))
                    .hasMessageContaining("provider of job daily is 'nobody'")
                    .hasMessageContaining("bundle")
                    .hasMessageContaining("stub");
        }
    }

    private WebProvider provider() {
        return provider(StubAdapter.keyless(), null);
    }

    private WebProvider provider(StubAdapter adapter, String key) {
        ProviderSettings settings = ProviderSettings.of(adapter.capabilities()).withKey(key);
        return new WebProvider(adapter, settings, this::answer, gate, backoff(), clock);
    }

    private Backoff backoff() {
        return new Backoff(3, Duration.ofSeconds(1), Duration.ofSeconds(8), new SplittableRandom(7), clock::advance);
    }

    private ProviderAnswer fetch(String... symbols) {
        return provider().fetch(request(symbols));
    }

    private static ProviderRequest request(String... symbols) {
        return new ProviderRequest(
                "",
                Dataset.OBSERVATIONS,
                List.of(symbols),
                LocalDate.parse("2026-01-01"),
                LocalDate.parse("2026-11-25"));
    }

    private static ProviderRequest item(String... symbols) {
        return new ProviderRequest(
                "", Dataset.OBSERVATIONS, List.of(symbols), null, LocalDate.parse("2026-11-25"), null, ITEM, null);
    }

    private void says(int status, String body) {
        answers.add(response(status, body, Map.of()));
    }

    private static WebResponse response(int status, String body, Map<String, String> headers) {
        return new WebResponse(status, headers, body.getBytes(StandardCharsets.UTF_8), START);
    }

    private WebResult answer(WebRequest request) {
        asked.add(request);
        return answers.removeFirst();
    }

    private static RawAnswer fetched(ProviderAnswer answer) {
        assertThat(answer).isInstanceOf(Fetched.class);
        return ((Fetched) answer).answer();
    }

    private static List<Double> values(ParsedAnswer answer) {
        return answer.observations().stream().map(row -> row.value().value()).toList();
    }

    /** Moves a little with each look and by what is waited. */
    private static final class TickingClock extends Clock {

        private Instant now = START;
        private Duration waited = Duration.ZERO;
        private Duration step = Duration.ofMillis(1);

        void advance(Duration wait) {
            now = now.plus(wait);
            waited = waited.plus(wait);
        }

        @Override
        public Instant instant() {
            now = now.plus(step);
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
