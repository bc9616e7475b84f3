package io.lumia.functions.recommendationapi.recommendation;

import io.lumia.functions.recommendationapi.market.MarketCache;
import io.lumia.functions.recommendationapi.recommendation.VariantRules.Variant;
import io.lumia.kernel.AsOf;
import io.lumia.platform.database.ClaimScope;
import io.lumia.platform.database.Transactions;
import io.lumia.platform.metrics.Counter;
import io.lumia.platform.metrics.Given;
import io.lumia.platform.metrics.Metrics;
import io.lumia.platform.time.IdSource;
import io.lumia.recommendation.PreparedMarket;
import io.lumia.recommendation.RecommendationEngine;
import io.lumia.recommendation.advice.Advice;
import io.lumia.recommendation.record.Outcome;
import io.lumia.recommendation.record.RecommendationBook;
import io.lumia.recommendation.record.RequestDocument;
import io.lumia.recommendation.record.StoredRecommendation;
import io.lumia.recommendation.record.json.RecommendationJson;
import io.lumia.recommendation.request.RecommendationRequest;
import io.lumia.recommendation.request.RequestFault;
import io.lumia.recommendation.snapshot.MarketSnapshot;
import io.lumia.recommendation.snapshot.SnapshotBook;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The use case: a checked request → the market it is about → advice → our books. In two steps, since only the market shows
 * whether the present holdings can be.
 */
@Singleton
@Requires(beans = {RecommendationBook.class, SnapshotBook.class})
final class Recommend {

    private final MarketCache markets;
    private final VariantRules variants;
    private final SnapshotBook snapshotBook;
    private final RecommendationBook book;
    private final RecommendationJson json;
    private final Transactions transactions;
    private final IdSource ids;
    private final Clock clock;
    private final Metrics metrics;

    Recommend(
            MarketCache markets,
            VariantRules variants,
            SnapshotBook snapshotBook,
            RecommendationBook book,
            RecommendationJson json,
            Transactions transactions,
            IdSource ids,
            Clock clock,
            Metrics metrics) {
        this.markets = markets;
        this.variants = variants;
        this.snapshotBook = snapshotBook;
        this.book = book;
        this.json = json;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
        this.metrics = metrics;
    }

    /**
     * A request with its market.
     *
     * @param request as of the instant that the market is of
     */
    record Question(RecommendationRequest request, String actor, Variant variant, PreparedMarket market) {

        /** What is wrong with it after all. */
        List<RequestFault> faults() {
            return HoldingsCheck.faults(request, market.snapshot());
        }
    }

    /** What was answered and kept. */
    record Made(StoredRecommendation stored, Advice advice) {}

    /** @param asOf the instant that was asked about; null for now */
    Question question(RecommendationRequest request, @Nullable AsOf asOf, String actor) {
        Variant variant =
                variants.of(actor, clock.instant().atZone(ZoneOffset.UTC).toLocalDate());
        PreparedMarket market = markets.market(asOf == null ? null : storable(asOf), variant.configuration());
        // What is computed is what is kept: 2.50 shares and 2.5 are the same, and must look the same in a replay.
        RecommendationRequest asked =
                RequestDocument.of(request).request(market.snapshot().time().asOf());
        return new Question(asked, actor, variant, market);
    }

    /** Our books keep microseconds, and what they keep must read back the same. */
    private static AsOf storable(AsOf asOf) {
        return AsOf.of(asOf.instant().truncatedTo(ChronoUnit.MICROS));
    }

    /** What an earlier try of this request made, whose answer was lost. */
    Optional<StoredRecommendation> madeBefore(String actor) {
        return ClaimScope.tookEffectBefore() ? book.find(ClaimScope.effectId(ids), actor) : Optional.empty();
    }

    Made make(Question question) {
        MarketSnapshot snapshot = question.market().snapshot();
        long seed = json.seed(question.request(), snapshot.id());
        Advice advice = new RecommendationEngine(question.variant().configuration())
                .recommend(question.request(), question.market(), seed);
        StoredRecommendation stored = stored(question, advice, seed);
        transactions.inTransaction(() -> {
            snapshotBook.keep(snapshot);
            book.add(stored);
        });
        metrics.count(
                Counter.RECOMMENDATIONS,
                switch (stored.outcome()) {
                    case RECOMMENDED -> Given.MADE;
                    case WITHHELD -> Given.WITHHELD;
                });
        return new Made(stored, advice);
    }

    private StoredRecommendation stored(Question question, Advice advice, long seed) {
        MarketSnapshot snapshot = question.market().snapshot();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new StoredRecommendation(
                ClaimScope.effectId(ids),
                question.actor(),
                now,
                json.write(question.request()),
                snapshot.id(),
                snapshot.time().asOf().instant(),
                snapshot.time().knownAt(),
                snapshot.session(),
                snapshot.sentimentModel(),
                question.variant().configuration().version(),
                RecommendationEngine.VERSION,
                question.variant().name(),
                seed,
                Outcome.of(advice),
                json.write(advice),
                json.resultHash(advice));
    }
}
