package io.lumia.functions.load;

import io.lumia.collection.SessionCount;
import io.lumia.events.answercollected.v1.AnswerCollected;
import io.lumia.kernel.AsOf;
import io.lumia.market.Asset;
import io.lumia.market.AssetDefinition;
import io.lumia.market.DailyBar;
import io.lumia.market.ExchangeCalendar;
import io.lumia.market.check.Completeness;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How many of the bars that an answer should hold it holds: one per asset and session of its exchange, from the first
 * date asked for to the last that had closed, within the asset's life. Where everything was asked for, the source's own
 * first bar in the answer begins it: what the source never had is no hole in it.
 */
final class ExpectedSessions {

    private final AnswerCollected asked;
    private final SymbolHolders symbols;

    ExpectedSessions(AnswerCollected asked, SymbolHolders symbols) {
        this.asked = asked;
        this.symbols = symbols;
    }

    /** The last session of the asset's exchange that was asked for and had closed. */
    static LocalDate lastClosed(AnswerCollected asked, Asset asset) {
        AssetDefinition definition = asset.definition();
        LocalDate closed = ExchangeCalendar.of(definition).lastClosedSession(AsOf.of(asked.collectedAt()));
        return closed.isBefore(asked.to()) ? closed : asked.to();
    }

    /** @param bars what was believed, oldest first */
    SessionCount count(Map<Asset, List<DailyBar>> bars) {
        @Nullable LocalDate firstOfAnswer = earliest(bars.values());
        SessionCount total = SessionCount.NONE;
        Set<Asset> ofSymbols = new LinkedHashSet<>();
        for (String symbol : asked.symbols()) {
            symbols.of(symbol).forEach(holder -> ofSymbols.add(holder.asset()));
        }
        for (Asset asset : ofSymbols) {
            total = total.plus(count(asset, bars.getOrDefault(asset, List.of()), firstOfAnswer));
        }
        return total;
    }

    private SessionCount count(Asset asset, List<DailyBar> bars, @Nullable LocalDate firstOfAnswer) {
        LocalDate last = lastClosed(asked, asset);
        LocalDate first = first(asset, bars, firstOfAnswer == null ? last : firstOfAnswer);
        List<LocalDate> dates = bars.stream().map(DailyBar::date).toList();
        Completeness completeness = Completeness.of(asset.definition(), first, last, dates);
        return new SessionCount(completeness.expected(), completeness.present());
    }

    /** An asset whose first day is not known begins with its first bar. */
    private LocalDate first(Asset asset, List<DailyBar> bars, LocalDate firstOfAnswer) {
        LocalDate from = asked.from();
        if (from != null) {
            return from;
        }
        boolean birthIsKnown = asset.definition().firstDate() != null;
        return birthIsKnown || bars.isEmpty() ? firstOfAnswer : bars.getFirst().date();
    }

    private static @Nullable LocalDate earliest(Collection<List<DailyBar>> lists) {
        LocalDate earliest = null;
        for (List<DailyBar> bars : lists) {
            if (!bars.isEmpty()) {
                LocalDate first = bars.getFirst().date();
                earliest = earliest == null || first.isBefore(earliest) ? first : earliest;
            }
        }
        return earliest;
    }
}
