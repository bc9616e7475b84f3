package io.lumia.signals.sentiment;

import io.lumia.kernel.AsOf;
import io.lumia.market.Asset;
import io.lumia.market.ExchangeCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@link NewestSentiment} would have said at an instant, from the texts that had been collected by then, of many assets by
 * one reading. Averages and counts only: momentum and surprise would need a year of texts.
 */
public final class NewestSentimentAsOf {

    /** As {@link SentimentAsOf}: a score follows from the text, so when it was made does not matter. */
    private static final Instant WHENEVER = Instant.parse("9999-12-31T00:00:00Z");

    private final Mentions mentions;
    private final MentionsOfMany mentionsOfMany;
    private final SentimentRules rules;

    public NewestSentimentAsOf(Mentions mentions, MentionsOfMany mentionsOfMany, SentimentRules rules) {
        this.mentions = mentions;
        this.mentionsOfMany = mentionsOfMany;
        this.rules = rules;
    }

    /** @param upTo sessions that had closed by the instant */
    public Map<Integer, SentimentDay> newest(Map<Asset, LocalDate> upTo, int days, AsOf asOf) {
        if (upTo.isEmpty()) {
            return Map.of();
        }
        Map<Integer, List<MentionsOfMany.KnownMention>> known = mentionsOfMany.of(question(upTo, days, asOf));
        Map<Integer, SentimentDay> newest = new HashMap<>();
        upTo.forEach((asset, last) -> {
            List<MentionsOfMany.KnownMention> texts = known.get(asset.key());
            if (texts != null) {
                newest(asset, last, days, texts, newest);
            }
        });
        return newest;
    }

    private void newest(
            Asset asset,
            LocalDate last,
            int days,
            List<MentionsOfMany.KnownMention> texts,
            Map<Integer, SentimentDay> newest) {
        ExchangeCalendar calendar = ExchangeCalendar.of(asset.definition());
        Instant close = calendar.closeInstant(last);
        List<Mention> usable = texts.stream()
                .map(MentionsOfMany.KnownMention::mention)
                .filter(mention -> !mention.usableFrom().isAfter(close))
                .toList();
        List<SentimentDay> rows = new SentimentSeries(usable, calendar, rules).rows(last.minusDays(days - 1L), last);
        if (!rows.isEmpty()) {
            newest.put(asset.key(), rows.getLast());
        }
    }

    private MentionsOfMany.Question question(Map<Asset, LocalDate> upTo, int days, AsOf asOf) {
        LocalDate first = upTo.values().stream().min(LocalDate::compareTo).orElseThrow();
        Instant after = SentimentSeries.closeBefore(
                first.minusDays(days), rules.freshSessions() + 1, ExchangeCalendar.UNITED_STATES);
        return new MentionsOfMany.Question(mentions.modelVersion(), after, asOf.instant(), asOf.instant(), WHENEVER);
    }
}
