package io.lumia.functions.load;

import io.lumia.collection.CollectionLog;
import io.lumia.collection.ItemResult;
import io.lumia.collection.SessionCount;
import io.lumia.events.answercollected.v1.AnswerCollected;
import io.lumia.market.CompanyFact;
import io.lumia.market.FactStore;
import io.lumia.market.FactStore.BatchStamp;
import io.lumia.market.Filing;
import io.lumia.market.MergeCounts;
import io.lumia.market.check.Checked;
import io.lumia.market.check.CompanyFactChecks;
import io.lumia.market.check.FilingChecks;
import io.lumia.market.provider.ParsedAnswer.Row;
import io.lumia.platform.time.IdSource;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Checks and merges filings and the numbers in them. They belong to a company by its CIK, which outlives tickers, so no
 * symbol has to find its asset first; a company may have filed before we know any asset of it.
 */
@Singleton
@Requires(beans = FactStore.class)
final class FilingLoader {

    private final FactStore store;
    private final CollectionLog log;
    private final ItemResults results;
    private final IdSource ids;
    private final Clock clock;

    FilingLoader(FactStore store, CollectionLog log, ItemResults results, IdSource ids, Clock clock) {
        this.store = store;
        this.log = log;
        this.results = results;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What is particular to one kind of fact.
     *
     * @param filed the day on which a row was filed
     */
    private record Kind<T>(
            Function<T, LocalDate> filed,
            BiFunction<List<Row<T>>, LocalDate, Checked<T>> check,
            BiFunction<BatchStamp, List<T>, MergeCounts> merge) {}

    ItemResult loadFilings(AnswerCollected message, RawAnswers.Read read) {
        return load(
                message,
                read,
                read.rows().filings(),
                new Kind<>(Filing::filed, FilingChecks::check, store::mergeFilings));
    }

    ItemResult loadCompanyFacts(AnswerCollected message, RawAnswers.Read read) {
        return load(
                message,
                read,
                read.rows().companyFacts(),
                new Kind<>(CompanyFact::filed, CompanyFactChecks::check, store::mergeCompanyFacts));
    }

    private <T> ItemResult load(AnswerCollected message, RawAnswers.Read read, List<Row<T>> rows, Kind<T> kind) {
        RejectedRows rejected = new RejectedRows(read.rows().rejected());
        Superseded superseded = new Superseded(log.laterAnswers(message.itemId(), message.collectedAt()));
        Checked<T> checked = kind.check().apply(superseded.without(rows, kind.filed()), message.to());
        rejected.addAll(checked.rejected());
        BatchStamp stamp = new BatchStamp(ids.next(), read.source(), clock.instant());
        MergeCounts counts = kind.merge().apply(stamp, checked.accepted());
        return results.of(message, read, counts, rejected, superseded, SessionCount.NONE, "");
    }
}
