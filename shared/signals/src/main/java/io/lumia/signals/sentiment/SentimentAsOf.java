package io.lumia.signals.sentiment;

import io.lumia.kernel.AsOf;
import io.lumia.market.Asset;
import io.lumia.market.ExchangeCalendar;
import io.lumia.signals.sentiment.SentimentDay.Contribution;
import java.time.LocalDate;
import java.util.List;

/** Rows as they would have been computed at an instant, from the texts that had been collected by then, and their reasons. */
public final class SentimentAsOf {

    private final Mentions mentions;
    private final SentimentRules rules;

    public SentimentAsOf(Mentions mentions, SentimentRules rules) {
        this.mentions = mentions;
        this.rules = rules;
    }

    /** Rows of sessions that had closed by then, from {@code from} to {@code to}, oldest first, at most the first {@code limit}. */
    public List<SentimentDay> history(Asset asset, LocalDate from, LocalDate to, AsOf asOf, int limit) {
        ExchangeCalendar calendar = ExchangeCalendar.of(asset.definition());
        LocalDate closed = calendar.lastClosedSession(asOf);
        LocalDate last = to.isBefore(closed) ? to : closed;
        List<Mention> known = mentions.of(
                asset, SentimentSeries.neededFrom(from, calendar, rules), calendar.closeInstant(last), asOf.instant());
        return new SentimentSeries(known, calendar, rules)
                .rows(from, last).stream().limit(limit).toList();
    }

    /** The texts behind a session's row as known at an instant, heaviest first. */
    public List<Contribution> contributions(Asset asset, LocalDate session, AsOf asOf) {
        ExchangeCalendar calendar = ExchangeCalendar.of(asset.definition());
        List<Mention> known = mentions.of(
                asset,
                SentimentSeries.closeBefore(session, rules.freshSessions(), calendar),
                calendar.closeInstant(session),
                asOf.instant());
        return new SentimentSeries(known, calendar, rules).contributions(session);
    }
}
