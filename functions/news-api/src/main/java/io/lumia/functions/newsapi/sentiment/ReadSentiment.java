package io.lumia.functions.newsapi.sentiment;

import io.lumia.functions.newsapi.sentiment.SentimentView.ContributionView;
import io.lumia.kernel.AsOf;
import io.lumia.market.Asset;
import io.lumia.signals.sentiment.Mentions;
import io.lumia.signals.sentiment.SentimentAsOf;
import io.lumia.signals.sentiment.SentimentDay;
import io.lumia.signals.sentiment.SentimentHistory;
import io.lumia.web.asset.AssetInfo;
import io.lumia.web.asset.AssetReader;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stored rows, which follow from the articles that our books have now, or, for an earlier instant, those computed as of then. */
@Singleton
@Requires(beans = SentimentHistory.class)
final class ReadSentiment {

    private static final int MAX_ARTICLES = 50;

    private final SentimentHistory stored;
    private final SentimentAsOf computed;
    private final Mentions mentions;

    ReadSentiment(SentimentHistory stored, SentimentAsOf computed, Mentions mentions) {
        this.stored = stored;
        this.computed = computed;
        this.mentions = mentions;
    }

    /** @param past whether an instant was asked for */
    record Question(Asset asset, LocalDate from, LocalDate to, AsOf asOf, boolean past, int limit) {}

    /** @param next first date of the page after; null on the last page */
    record Answer(
            SentimentView view,
            List<String> warnings,
            @Nullable LocalDate next) {}

    Answer read(Question question) {
        List<SentimentDay> found = rows(question);
        boolean more = found.size() > question.limit();
        List<SentimentDay> shown = more ? found.subList(0, question.limit()) : found;
        @Nullable LocalDate last = shown.isEmpty() ? null : shown.getLast().date();
        String version = mentions.modelVersion();
        SentimentView view = new SentimentView(
                AssetInfo.of(question.asset()),
                version.isEmpty() ? null : version,
                shown.stream().map(SentimentPoint::of).toList(),
                last,
                last == null ? List.of() : articles(question, last));
        return new Answer(
                view, warnings(question, shown), more ? found.getLast().date() : null);
    }

    private List<SentimentDay> rows(Question question) {
        if (question.past()) {
            return computed.history(
                    question.asset(), question.from(), question.to(), question.asOf(), question.limit() + 1);
        }
        LocalDate closed = AssetReader.calendarOf(question.asset()).lastClosedSession(question.asOf());
        LocalDate last = question.to().isBefore(closed) ? question.to() : closed;
        return stored.history(question.asset(), question.from(), last, question.limit() + 1);
    }

    private List<ContributionView> articles(Question question, LocalDate session) {
        return computed.contributions(question.asset(), session, question.asOf()).stream()
                .limit(MAX_ARTICLES)
                .map(ContributionView::of)
                .toList();
    }

    private static List<String> warnings(Question question, List<SentimentDay> shown) {
        return shown.isEmpty()
                ? List.of("nothing about %s was measured from %s to %s, which does not mean that it was neutral"
                        .formatted(question.asset().definition().symbol(), question.from(), question.to()))
                : List.of();
    }
}
