package io.lumia.functions.collect;

import io.lumia.collection.Attempt;
import io.lumia.events.collectrequested.v1.CollectRequested;
import io.lumia.market.AssetType;
import io.lumia.market.Dataset;
import io.lumia.market.provider.MarketDataProvider;
import io.lumia.market.provider.MarketDataProvider.Fetching;
import io.lumia.market.provider.ProviderAnswer;
import io.lumia.market.provider.ProviderRequest;
import io.lumia.market.provider.Providers;
import io.lumia.platform.metrics.CallOutcome;
import io.lumia.platform.metrics.Counter;
import io.lumia.platform.metrics.Metrics;
import io.lumia.platform.metrics.ProviderName;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/** Asks an item's provider and, by {@link FallbackRule}, those after it, within one deadline. */
@Singleton
final class AskProviders {

    /**
     * For one item and all its providers together: five items of a batch, one after the other, and the time to keep them,
     * fit into the function's timeout of ten minutes.
     */
    static final Duration ITEM_TIME = Duration.ofSeconds(100);

    private static final double NANOS_PER_SECOND = 1e9;

    private final Providers providers;
    private final Clock clock;
    private final Metrics metrics;

    AskProviders(Providers providers, Clock clock, Metrics metrics) {
        this.providers = providers;
        this.clock = clock;
        this.metrics = metrics;
    }

    /**
     * What came of it.
     *
     * @param provider whose answer it is
     * @param attempts all that were asked, in order
     */
    record Asked(String provider, ProviderAnswer answer, List<Attempt> attempts) {}

    Asked ask(CollectRequested request) {
        Instant deadline = clock.instant().plus(ITEM_TIME);
        List<String> names = List.copyOf(names(request));
        // Before the first call, so that a name nobody knows is told at once and not only when it is needed.
        List<MarketDataProvider> inOrder = names.stream()
                .map(name -> providers.get("provider of item " + request.itemId(), name))
                .toList();
        List<ProviderAnswer> answers = new ArrayList<>();
        List<Attempt> attempts = new ArrayList<>();
        for (MarketDataProvider provider : inOrder) {
            ProviderAnswer answer =
                    askOne(provider, request, share(deadline, inOrder.size() - answers.size()), attempts);
            if (!FallbackRule.asksTheNext(answer)) {
                return new Asked(provider.name(), answer, attempts);
            }
            answers.add(answer);
        }
        int speaker = FallbackRule.speaksForAll(answers);
        return new Asked(names.get(speaker), answers.get(speaker), attempts);
    }

    /** Web providers are tried again within the item's time, at a pace that their quotas and breakers allow. */
    boolean triesAgainItself(String provider) {
        return providers.capabilities(provider).isPresent();
    }

    private static SequencedSet<String> names(CollectRequested request) {
        SequencedSet<String> names = new LinkedHashSet<>();
        names.add(request.provider());
        if (request.fallbacks() != null) {
            names.addAll(request.fallbacks());
        }
        return names;
    }

    /** Of what is left, as much as each of those that are left. */
    private Instant share(Instant deadline, int left) {
        Instant now = clock.instant();
        return now.plus(Duration.between(now, deadline).dividedBy(left));
    }

    private ProviderAnswer askOne(
            MarketDataProvider provider, CollectRequested request, Instant deadline, List<Attempt> attempts) {
        Instant start = clock.instant();
        Fetching fetching = provider.fetchMeasured(new ProviderRequest(
                request.location(),
                Dataset.parse(request.dataset()),
                request.symbols(),
                request.from(),
                request.to(),
                request.assetType() == null ? null : AssetType.parse(request.assetType()),
                request.itemId(),
                deadline));
        ProviderAnswer answer = fetching.answer();
        metrics.count(
                Counter.PROVIDER_CALLS,
                ProviderName.of(provider.name(), providers.names()),
                CallOutcome.of(answer.code()));
        double seconds = Duration.between(start, clock.instant()).toNanos() / NANOS_PER_SECOND;
        attempts.add(new Attempt(
                provider.name(), answer.code(), Answers.detail(answer), fetching.calls(), fetching.bytes(), seconds));
        return answer;
    }
}
