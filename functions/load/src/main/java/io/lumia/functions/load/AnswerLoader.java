package io.lumia.functions.load;

import io.lumia.collection.ItemResult;
import io.lumia.collection.ItemStatus;
import io.lumia.collection.SessionCount;
import io.lumia.events.answercollected.v1.AnswerCollected;
import io.lumia.events.answercollected.v1.AnswerCollected.AnswerSource;
import io.lumia.events.answercollected.v1.AnswerCollected.StoredObject;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.market.AssetCatalog;
import io.lumia.market.Dataset;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** Takes one answer into our books and says how its item ended. Runs inside the message's transaction. */
@Singleton
@Requires(beans = AssetCatalog.class)
final class AnswerLoader {

    private static final String FETCHED = "fetched";

    private final RawAnswers rawAnswers;
    private final AssetLoader assets;
    private final ActionLoader actions;
    private final BarLoader bars;
    private final FactLoader facts;
    private final FilingLoader filings;
    private final ArticleLoader articles;
    private final AssetCatalog catalog;

    AnswerLoader(
            RawAnswers rawAnswers,
            AssetLoader assets,
            ActionLoader actions,
            BarLoader bars,
            FactLoader facts,
            FilingLoader filings,
            ArticleLoader articles,
            AssetCatalog catalog) {
        this.rawAnswers = rawAnswers;
        this.assets = assets;
        this.actions = actions;
        this.bars = bars;
        this.facts = facts;
        this.filings = filings;
        this.articles = articles;
        this.catalog = catalog;
    }

    ItemResult load(AnswerCollected message) {
        StoredObject object = message.object();
        AnswerSource source = message.source();
        if (object == null || source == null) {
            return withoutAnswer(message);
        }
        RawAnswers.Read read = rawAnswers.read(message, object, source);
        return switch (Dataset.parse(message.dataset())) {
            case ASSETS -> assets.load(message, read);
            case BARS -> bars.load(message, read);
            case ACTIONS -> actions.load(message, read);
            case OBSERVATIONS -> facts.loadObservations(message, read);
            case FUNDAMENTALS -> facts.loadFundamentals(message, read);
            case FILINGS -> filings.loadFilings(message, read);
            case COMPANY_FACTS -> filings.loadCompanyFacts(message, read);
            case ARTICLES -> articles.load(message, read);
        };
    }

    private ItemResult withoutAnswer(AnswerCollected message) {
        ItemStatus status =
                switch (message.outcome()) {
                    case "empty_confirmed" -> ItemStatus.EMPTY;
                    case "unchanged" -> ItemStatus.UNCHANGED;
                    case "symbol_unknown",
                            "throttled",
                            "plan_limit",
                            "bad_key",
                            "schema_changed",
                            "blocked",
                            "unreachable",
                            "collect_failed" -> ItemStatus.FAILED;
                    case FETCHED ->
                        throw new AppException(
                                ErrorCode.MALFORMED_MESSAGE,
                                "item %s was fetched, but its message names no object or no source"
                                        .formatted(message.itemId()));
                    default ->
                        throw AppException.invalid(
                                "outcome of item " + message.itemId(),
                                message.outcome(),
                                "fetched, unchanged, empty_confirmed, symbol_unknown, throttled, plan_limit, bad_key, schema_changed, blocked, unreachable, collect_failed");
                };
        return ItemResult.withoutRows(status, message.outcome(), message.detail(), missing(message));
    }

    /** Bars that did not come count as missing, whatever the reason. */
    private SessionCount missing(AnswerCollected message) {
        if (Dataset.parse(message.dataset()) != Dataset.BARS) {
            return SessionCount.NONE;
        }
        SymbolHolders symbols = SymbolHolders.of(catalog, message.symbols(), List.of());
        return new ExpectedSessions(message, symbols).count(Map.of());
    }
}
