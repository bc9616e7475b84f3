package io.lumia.functions.marketapi.signal;

import io.lumia.kernel.AsOf;
import io.lumia.market.Asset;
import io.lumia.signals.PricedAssets;
import io.lumia.signals.SignalHistory;
import io.lumia.signals.SignalRow;
import io.lumia.signals.SignalsAsOf;
import io.lumia.signals.sentiment.SentimentAsOf;
import io.lumia.signals.sentiment.SentimentDay;
import io.lumia.signals.sentiment.SentimentHistory;
import io.lumia.web.asset.AssetInfo;
import io.lumia.web.asset.AssetReader;
import io.lumia.web.http.Limits;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The newest signals of an asset and their history: stored ones, which follow from the facts as our books hold them now,
 * or, for an earlier instant, computed from the facts as they were known then.
 */
@Singleton
final class ReadSignals {

    /** How much history is shown to who names no first date. */
    static final int DEFAULT_HISTORY_DAYS = 30;

    private final SignalHistory stored;
    private final SignalsAsOf computed;
    private final SentimentHistory storedSentiment;
    private final SentimentAsOf computedSentiment;

    ReadSignals(
            SignalHistory stored,
            SignalsAsOf computed,
            SentimentHistory storedSentiment,
            SentimentAsOf computedSentiment) {
        this.stored = stored;
        this.computed = computed;
        this.storedSentiment = storedSentiment;
        this.computedSentiment = computedSentiment;
    }

    /**
     * @param start first date, inclusive; null for {@link #DEFAULT_HISTORY_DAYS} before the end
     * @param end   last date, inclusive; null for the newest day
     * @param past  whether an instant was asked for
     * @param from  the page's first date; null for the first page
     * @param limit days in one answer
     */
    record Question(
            Asset asset,
            @Nullable LocalDate start,
            @Nullable LocalDate end,
            List<Indicator> columns,
            AsOf asOf,
            boolean past,
            @Nullable LocalDate from,
            int limit) {}

    /** @param next first date of the page after; null on the last page */
    record Answer(
            SignalsView view,
            List<String> warnings,
            @Nullable LocalDate next) {}

    Answer read(Question question) {
        Rows rows = question.past() ? new ComputedRows(question) : new StoredRows(question);
        Optional<SignalRow> latest = rows.latest();
        return latest.map(newest -> answer(question, rows, newest)).orElseGet(() -> nothing(question));
    }

    private Answer answer(Question question, Rows rows, SignalRow newest) {
        LocalDate end = question.end() == null ? newest.date() : question.end();
        LocalDate start = question.start() == null ? end.minusDays(DEFAULT_HISTORY_DAYS) : question.start();
        LocalDate first = question.from() == null ? start : question.from();
        List<SignalRow> found = rows.between(first, end, question.limit() + 1);
        boolean more = found.size() > question.limit();
        List<SignalRow> shown = more ? found.subList(0, question.limit()) : found;
        Map<LocalDate, SentimentDay> sentiment = sentiment(question, newest, shown);
        SignalsView view = new SignalsView(
                AssetInfo.of(question.asset()),
                new SignalPoint(newest, sentiment.get(newest.date()), question.columns()),
                start,
                end,
                shown.stream()
                        .map(row -> new SignalPoint(row, sentiment.get(row.date()), question.columns()))
                        .toList());
        return new Answer(view, List.of(), more ? found.getLast().date() : null);
    }

    /** Of the days shown, where it is asked for; as of the same instant as the signals. */
    private Map<LocalDate, SentimentDay> sentiment(Question question, SignalRow newest, List<SignalRow> shown) {
        if (question.columns().stream().noneMatch(Indicator.OfTexts.class::isInstance)) {
            return Map.of();
        }
        LocalDate first = shown.isEmpty() ? newest.date() : shown.getFirst().date();
        LocalDate last = newest.date();
        List<SentimentDay> days = question.past()
                ? computedSentiment.history(question.asset(), first, last, question.asOf(), Integer.MAX_VALUE)
                : storedSentiment.history(question.asset(), first, last, Integer.MAX_VALUE);
        return days.stream().collect(Collectors.toMap(SentimentDay::date, Function.identity()));
    }

    private static Answer nothing(Question question) {
        SignalsView none = new SignalsView(AssetInfo.of(question.asset()), null, null, null, List.of());
        String symbol = question.asset().definition().symbol().value();
        String type = question.asset().definition().type().code();
        String reason = PricedAssets.hasSignals(question.asset().definition().type())
                ? "%s has no signals yet".formatted(symbol)
                : "%s is of type %s, for which no signals are computed".formatted(symbol, type);
        return new Answer(none, List.of(reason), null);
    }

    /** The signals of one asset as of the question's instant. */
    private interface Rows {

        Optional<SignalRow> latest();

        List<SignalRow> between(LocalDate from, LocalDate to, int limit);
    }

    private final class StoredRows implements Rows {

        private final Asset asset;
        private final LocalDate lastClosed;

        StoredRows(Question question) {
            asset = question.asset();
            lastClosed = AssetReader.calendarOf(asset).lastClosedSession(question.asOf());
        }

        @Override
        public Optional<SignalRow> latest() {
            return stored.latest(asset, lastClosed);
        }

        @Override
        public List<SignalRow> between(LocalDate from, LocalDate to, int limit) {
            LocalDate last = to.isBefore(lastClosed) ? to : lastClosed;
            return stored.history(asset, from, last, limit);
        }
    }

    private final class ComputedRows implements Rows {

        private final List<SignalRow> all;

        ComputedRows(Question question) {
            all = computed.history(
                    question.asset(), Limits.FIRST_DATE, Limits.LAST_DATE, question.asOf(), Integer.MAX_VALUE);
        }

        @Override
        public Optional<SignalRow> latest() {
            return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
        }

        @Override
        public List<SignalRow> between(LocalDate from, LocalDate to, int limit) {
            return all.stream()
                    .filter(row -> !row.date().isBefore(from) && !row.date().isAfter(to))
                    .limit(limit)
                    .toList();
        }
    }
}
