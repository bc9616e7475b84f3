package io.lumia.market.provider.web;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.market.Dataset;
import io.lumia.market.PriceBasis;
import io.lumia.market.Source;
import io.lumia.market.provider.MarketDataProvider;
import io.lumia.market.provider.ParsedAnswer;
import io.lumia.market.provider.ProviderAnswer;
import io.lumia.market.provider.ProviderAnswer.BadKey;
import io.lumia.market.provider.ProviderAnswer.Blocked;
import io.lumia.market.provider.ProviderAnswer.EmptyConfirmed;
import io.lumia.market.provider.ProviderAnswer.Fetched;
import io.lumia.market.provider.ProviderAnswer.SchemaChanged;
import io.lumia.market.provider.ProviderAnswer.SymbolUnknown;
import io.lumia.market.provider.ProviderCatalog;
import io.lumia.market.provider.ProviderRequest;
import io.lumia.market.provider.RawAnswer;
import io.lumia.market.provider.web.AnswerArchive.Asked;
import io.lumia.market.provider.web.CallSender.Sent;
import io.lumia.market.provider.web.Reading.NoRows;
import io.lumia.market.provider.web.Reading.Rows;
import io.lumia.platform.retry.Backoff;
import io.lumia.platform.web.WebClient;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A provider that is asked over the web: what its {@link WebAdapter} cannot do. All responses that make up an answer are kept
 * as received ({@link AnswerArchive}); if one of them could not be had, there is no answer, so that no part of a day or of a
 * range ever looks like the whole.
 */
public final class WebProvider implements MarketDataProvider {

    /** Where a request names no deadline. */
    static final Duration USUAL_PATIENCE = Duration.ofMinutes(2);

    /**
     * As-of of what does not change with later splits. Far ahead, since a description's last date is believed only before its
     * source's end.
     */
    static final Instant TIMELESS = Instant.parse("2100-01-01T00:00:00Z");

    /** Two values of a yearly series are within it. */
    private static final int DESCRIBED_BY_DAYS = 800;

    private final WebAdapter adapter;
    private final Capabilities capabilities;
    private final ProviderSettings settings;
    private final WebClient client;
    private final CallGate gate;
    private final Backoff backoff;
    private final Clock clock;

    public WebProvider(
            WebAdapter adapter,
            ProviderSettings settings,
            WebClient client,
            CallGate gate,
            Backoff backoff,
            Clock clock) {
        this.adapter = adapter;
        this.capabilities = adapter.capabilities();
        this.settings = settings;
        this.client = client;
        this.gate = gate;
        this.backoff = backoff;
        this.clock = clock;
    }

    @Override
    public String name() {
        return capabilities.provider();
    }

    public Capabilities capabilities() {
        return capabilities;
    }

    /** Its identity; it lists no symbols, since a job names those that it wants. */
    @Override
    public ProviderCatalog catalog(String location) {
        return new ProviderCatalog(source(Dataset.BARS, clock.instant()), Map.of(), List.of());
    }

    @Override
    public ProviderAnswer fetch(ProviderRequest request) {
        return fetchMeasured(request).answer();
    }

    @Override
    public Fetching fetchMeasured(ProviderRequest request) {
        if (!settings.enabled()) {
            return unasked(new Blocked("switched off by " + ProviderSettings.property(name(), "enabled")));
        }
        if (capabilities.key() == KeyNeed.REQUIRED && settings.key() == null) {
            return unasked(new BadKey("%s wants a key and there is none; set %s"
                    .formatted(capabilities.title(), settings.variable("key"))));
        }
        List<WebCall> calls = calls(request, settings.contact());
        if (calls.isEmpty()) {
            return unasked(nothingToAsk(request));
        }
        Instant deadline = request.deadline() == null ? clock.instant().plus(USUAL_PATIENCE) : request.deadline();
        CallSender sender = new CallSender(adapter, settings, client, gate, backoff, clock, request, deadline);
        ProviderAnswer answer = gather(request, calls, sender);
        return new Fetching(answer, sender.calls(), sender.bytes());
    }

    /**
     * A source without descriptions is asked for a little of what it has instead, by which the instrument describes itself
     * ({@link InferredAssets}).
     */
    private List<WebCall> calls(ProviderRequest request, @org.jspecify.annotations.Nullable String contact) {
        List<WebCall> calls = adapter.calls(request, access(contact));
        if (!calls.isEmpty() || request.dataset() != Dataset.ASSETS) {
            return calls;
        }
        return capabilities.describedBy(request.assetType()).stream()
                .findFirst()
                .map(rows -> adapter.calls(request.forRowsOf(rows, DESCRIBED_BY_DAYS), access(contact)))
                .orElse(List.of());
    }

    private static Fetching unasked(ProviderAnswer answer) {
        return new Fetching(answer, 0, 0);
    }

    /** An adapter that asks only with a contact makes its calls once it believes that there is one. */
    private ProviderAnswer nothingToAsk(ProviderRequest request) {
        boolean wantsContact = settings.contact() == null
                && !calls(request, "contact@example.org").isEmpty();
        return wantsContact
                ? new BadKey("%s wants to know who asks; set LUMIA_PROVIDERS_CONTACT to a mail or web address"
                        .formatted(capabilities.title()))
                : new SymbolUnknown("%s has no %s of %s, or no way to spell it"
                        .formatted(capabilities.title(), request.dataset().code(), shown(request.symbols())));
    }

    private ProviderAccess access(@org.jspecify.annotations.Nullable String contact) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return new ProviderAccess(settings.endpoint(), settings.key(), contact, today);
    }

    private static String shown(List<String> symbols) {
        return symbols.size() <= 5 ? String.join(", ", symbols) : "%d symbols".formatted(symbols.size());
    }

    private ProviderAnswer gather(ProviderRequest request, List<WebCall> calls, CallSender sender) {
        Deque<WebCall> waiting = new ArrayDeque<>(calls);
        Gathered gathered = new Gathered();
        // A part that is unchanged beside others that are not would be missing from what is kept.
        boolean conditional = calls.size() == 1 && request.itemId() != null;
        while (!waiting.isEmpty()) {
            if (gathered.exchanges.size() == AnswerArchive.MAX_EXCHANGES) {
                return new SchemaChanged("the answer has more than %d pages".formatted(AnswerArchive.MAX_EXCHANGES));
            }
            if (sender.bytes() > AnswerArchive.MAX_BODY_BYTES) {
                return new SchemaChanged("the answer has more than %d bytes".formatted(AnswerArchive.MAX_BODY_BYTES));
            }
            WebCall call = waiting.removeFirst();
            Sent sent = sender.send(call, conditional && gathered.exchanges.isEmpty());
            switch (sent.reading()) {
                case Rows(ParsedAnswer rows, List<WebCall> more) -> {
                    gathered.rows += rows.size() + rows.rejected().size();
                    more.reversed()
                            .forEach(
                                    next -> waiting.addFirst(atOurEndpoint(next).following(call)));
                }
                case NoRows(ProviderAnswer why)
                when why instanceof EmptyConfirmed || why instanceof SymbolUnknown -> gathered.without.add(why);
                case NoRows(ProviderAnswer why) -> {
                    return why;
                }
            }
            if (sent.exchange() != null) {
                gathered.exchanges.add(sent.exchange());
            }
        }
        return gathered.rows == 0 ? gathered.nothing() : fetched(request, gathered.exchanges);
    }

    /** A page that an answer tells of is where the provider usually is; ours may be elsewhere. */
    private WebCall atOurEndpoint(WebCall call) {
        String address = call.address().toString();
        boolean isMoved = !settings.endpoint().equals(capabilities.endpoint());
        return isMoved && capabilities.hosts().contains(call.address().getHost())
                ? new WebCall(
                        call.kind(),
                        URI.create(settings.endpoint()
                                + address.substring(address.indexOf('/', address.indexOf("//") + 2))),
                        call.headers(),
                        call.symbol(),
                        call.maxBytes())
                : call;
    }

    /** What came so far. */
    private static final class Gathered {

        private final List<KeptExchange> exchanges = new ArrayList<>();
        private final List<ProviderAnswer> without = new ArrayList<>();
        private long rows;

        ProviderAnswer nothing() {
            if (without.isEmpty()) {
                return new EmptyConfirmed("the answer holds no rows of what was asked");
            }
            ProviderAnswer first = without.getFirst();
            boolean allUnknown =
                    without.size() == exchanges.size() && without.stream().allMatch(SymbolUnknown.class::isInstance);
            return first instanceof SymbolUnknown && !allUnknown ? new EmptyConfirmed(first.detail()) : first;
        }
    }

    private ProviderAnswer fetched(ProviderRequest request, List<KeptExchange> exchanges) {
        byte[] content = new AnswerArchive(Asked.of(name(), request), exchanges).write();
        Instant last = exchanges.getLast().response().receivedAt();
        return new Fetched(
                new RawAnswer(request.dataset(), source(request.dataset(), last), AnswerArchive.CONTENT_TYPE, content));
    }

    /**
     * Prices that a later split changes belong to the day on which they were received, from whose beginning they know its
     * splits; a day is fine enough, and keeps sources few. All else is one source.
     */
    private Source source(Dataset dataset, Instant receivedAt) {
        boolean changesWithSplits = capabilities.priceBasis() != PriceBasis.RAW
                && Set.of(Dataset.BARS, Dataset.ACTIONS).contains(dataset);
        return new Source(
                name(),
                capabilities.title(),
                changesWithSplits ? receivedAt.truncatedTo(ChronoUnit.DAYS) : TIMELESS,
                capabilities.priceBasis(),
                capabilities.currency(),
                capabilities.licence(),
                capabilities.attribution());
    }

    /** Fails with PROVIDER_SCHEMA_CHANGED where today's reader does not understand what an earlier one did. */
    @Override
    public ParsedAnswer read(RawAnswer answer) {
        AnswerArchive archive = AnswerArchive.read(answer.content());
        ParsedAnswer.Builder rows = ParsedAnswer.builder();
        for (KeptExchange exchange : archive.exchanges()) {
            switch (StoredAnswer.read(adapter, context(archive.asked(), exchange), exchange.response())) {
                case Rows(ParsedAnswer parsed, List<WebCall> _) -> rows.all(parsed);
                case NoRows(EmptyConfirmed _), NoRows(SymbolUnknown _) -> {}
                case NoRows(ProviderAnswer why) ->
                    throw new AppException(
                            ErrorCode.PROVIDER_SCHEMA_CHANGED,
                            "%s of %s is kept but reads as %s: %s"
                                    .formatted(exchange.kind(), name(), why.code(), why.detail()));
            }
        }
        ParsedAnswer all = rows.build();
        return archive.asked().dataset() == Dataset.ASSETS && all.assets().isEmpty()
                ? InferredAssets.only(all, answer.source(), archive.asked().assetType())
                : all;
    }

    private static ReadContext context(Asked asked, KeptExchange exchange) {
        return new ReadContext(
                exchange.kind(),
                exchange.symbol(),
                asked.symbols(),
                asked.assetType(),
                asked.from(),
                asked.to(),
                exchange.response().receivedAt());
    }
}
