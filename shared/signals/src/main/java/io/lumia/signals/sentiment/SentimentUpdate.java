package io.lumia.signals.sentiment;

import io.lumia.market.Asset;
import io.lumia.market.ExchangeCalendar;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Keeps stored rows equal to what follows from the texts: those of the first changed session and all later ones. */
public final class SentimentUpdate {

    private static final Instant END_OF_TIME = Instant.parse("9999-01-01T00:00:00Z");

    private final Mentions mentions;
    private final SentimentStore store;
    private final SentimentRules rules;
    private final Clock clock;

    public SentimentUpdate(Mentions mentions, SentimentStore store, SentimentRules rules, Clock clock) {
        this.mentions = mentions;
        this.store = store;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * @param usableFrom of the earliest text that is new, or has another score or link
     * @return how many rows changed
     */
    public int update(Asset asset, Instant usableFrom) {
        store.lock(asset);
        ExchangeCalendar calendar = ExchangeCalendar.of(asset.definition());
        LocalDate first = SentimentSeries.sessionOf(usableFrom, calendar);
        List<Mention> known =
                mentions.of(asset, SentimentSeries.neededFrom(first, calendar, rules), END_OF_TIME, END_OF_TIME);
        List<SentimentDay> rows = new SentimentSeries(known, calendar, rules).rows(first, LocalDate.of(9000, 1, 1));
        return store.replace(asset, first, rows, mentions.modelVersion(), clock.instant());
    }
}
