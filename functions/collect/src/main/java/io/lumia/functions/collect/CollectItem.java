package io.lumia.functions.collect;

import io.lumia.events.answercollected.v1.AnswerCollected;
import io.lumia.events.answercollected.v1.AnswerCollected.AnswerSource;
import io.lumia.events.answercollected.v1.AnswerCollected.StoredObject;
import io.lumia.events.collectrequested.v1.CollectRequested;
import io.lumia.kernel.AppException;
import io.lumia.kernel.AsOf;
import io.lumia.kernel.ErrorCode;
import io.lumia.market.Dataset;
import io.lumia.market.Source;
import io.lumia.market.provider.MarketDataProvider;
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
import io.lumia.market.provider.RawAnswer;
import io.lumia.platform.json.JsonCodec;
import io.lumia.platform.queue.MessageSender;
import io.lumia.platform.time.NamedIds;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The use case: a request → ask the provider → keep the answer → hand on where it lies. Doing it twice writes the same
 * object and sends the same message again, which the loader's inbox knows.
 *
 * <p>An answer that may be another one later ({@link Throttled}, {@link Unreachable}) fails the message, so that the queue
 * delivers it again; the last delivery hands on what came of it, so that the item ends and its run with it.
 */
@Singleton
public final class CollectItem {

    static final String LOAD_QUEUE = "load";

    private static final int MAX_DETAIL_CHARACTERS = 2_000;

    /** No place on Earth is further ahead: a date that has not begun there has begun nowhere. */
    private static final ZoneOffset EARLIEST_ZONE = ZoneOffset.ofHours(14);

    private final Map<String, MarketDataProvider> providers;
    private final RawAnswerStore rawAnswers;
    private final MessageSender queues;
    private final JsonCodec json;
    private final Clock clock;

    public CollectItem(
            Collection<MarketDataProvider> providers,
            RawAnswerStore rawAnswers,
            MessageSender queues,
            JsonCodec json,
            Clock clock) {
        this.providers = providers.stream().collect(Collectors.toMap(MarketDataProvider::name, provider -> provider));
        this.rawAnswers = rawAnswers;
        this.queues = queues;
        this.json = json;
        this.clock = clock;
    }

    /** @param isLastDelivery whether the message goes to the dead letters if this fails */
    public void collect(CollectRequested request, boolean isLastDelivery) {
        try {
            handOn(request, fetch(request), isLastDelivery);
        } catch (RuntimeException e) {
            if (isLastDelivery) {
                send(request, new Unreachable("collecting failed: " + e.getMessage()), null);
            }
            throw e;
        }
    }

    private ProviderAnswer fetch(CollectRequested request) {
        LocalDate today = AsOf.of(request.asOf()).dateIn(EARLIEST_ZONE);
        if (request.to().isAfter(today)) {
            throw AppException.invalid("to of item " + request.itemId(), request.to(), "dates up to " + today);
        }
        return provider(request)
                .fetch(new ProviderRequest(
                        request.location(),
                        Dataset.parse(request.dataset()),
                        request.symbols(),
                        request.from(),
                        request.to()));
    }

    private MarketDataProvider provider(CollectRequested request) {
        MarketDataProvider provider = providers.get(request.provider());
        if (provider == null) {
            throw AppException.invalid(
                    "provider of item " + request.itemId(),
                    request.provider(),
                    providers.keySet().toString());
        }
        return provider;
    }

    private void handOn(CollectRequested request, ProviderAnswer answer, boolean isLastDelivery) {
        switch (answer) {
            case Fetched fetched -> send(request, fetched, fetched.answer());
            case Unchanged _, EmptyConfirmed _, SymbolUnknown _, SchemaChanged _, PlanLimit _, BadKey _, Blocked _ ->
                send(request, answer, null);
            case Throttled _, Unreachable _ -> {
                if (!isLastDelivery) {
                    throw new AppException(
                            ErrorCode.PROVIDER_UNREACHABLE,
                            "provider %s is %s and will be asked again: %s"
                                    .formatted(request.provider(), answer.code(), detail(answer)));
                }
                send(request, answer, null);
            }
        }
    }

    private void send(CollectRequested request, ProviderAnswer answer, @Nullable RawAnswer raw) {
        @Nullable StoredObject object = raw == null ? null : rawAnswers.keep(request, raw);
        AnswerCollected message = new AnswerCollected(
                messageId(request, answer, object),
                request.runId(),
                request.itemId(),
                request.provider(),
                request.dataset(),
                request.symbols(),
                request.from(),
                request.to(),
                answer.code(),
                detail(answer),
                object,
                raw == null ? null : source(raw.source()),
                clock.instant());
        queues.send(LOAD_QUEUE, List.of(json.write(message)));
    }

    /** The same for the same answer, however often it is asked for. */
    private static UUID messageId(CollectRequested request, ProviderAnswer answer, @Nullable StoredObject object) {
        String content = object == null ? request.messageId() + " " + detail(answer) : object.sha256();
        return NamedIds.of(request.itemId(), "answer %s %s".formatted(answer.code(), content));
    }

    private static AnswerSource source(Source source) {
        return new AnswerSource(
                source.provider(),
                source.name(),
                source.asOf(),
                source.priceBasis().code(),
                source.currency(),
                source.licence(),
                source.attribution());
    }

    private static String detail(ProviderAnswer answer) {
        String detail = answer instanceof Throttled throttled
                ? "wait %d s: %s".formatted(throttled.waitTime().toSeconds(), throttled.detail())
                : answer.detail();
        return detail.length() <= MAX_DETAIL_CHARACTERS ? detail : detail.substring(0, MAX_DETAIL_CHARACTERS);
    }
}
