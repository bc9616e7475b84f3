package io.lumia.functions.computesignals;

import io.lumia.accounts.webhook.WebhookEvent.SignalCrossed;
import io.lumia.accounts.webhook.delivery.Audience;
import io.lumia.accounts.webhook.delivery.PublishWebhook;
import io.lumia.market.Asset;
import io.lumia.platform.time.NamedIds;
import io.lumia.signals.NewestSignals;
import io.lumia.signals.RowsChanged;
import io.lumia.signals.SignalRow;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The use case: rows are new → whoever subscribed hears where a signal crossed a threshold on an asset's newest day. Once for
 * an asset, day, signal and threshold, however often the day is computed; history that is loaded later is no news.
 */
final class TellCrossings {

    /** An asset's newest day is news for so long: over the longest of the usual holidays. */
    static final int NEWS_DAYS = 5;

    /** Between an asset's newest day and the session before it, at most; an asset that paused for longer crossed nothing. */
    static final int MAX_DAYS_BETWEEN = 10;

    private final NewestSignals newest;
    private final PublishWebhook publishing;
    private final Clock clock;

    TellCrossings(NewestSignals newest, PublishWebhook publishing, Clock clock) {
        this.newest = newest;
        this.publishing = publishing;
        this.clock = clock;
    }

    /** Inside the transaction that stored the rows. */
    void tell(Map<Asset, RowsChanged> changed) {
        LocalDate oldest = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(NEWS_DAYS);
        Collection<Asset> fresh = changed.entrySet().stream()
                .filter(entry -> !entry.getValue().last().isBefore(oldest))
                .map(Map.Entry::getKey)
                .toList();
        if (fresh.isEmpty()) {
            return;
        }
        Map<Integer, List<SignalRow>> rows = newest.lastTwo(fresh, oldest.minusDays(MAX_DAYS_BETWEEN));
        fresh.forEach(asset -> tell(asset, rows.getOrDefault(asset.key(), List.of()), oldest));
    }

    private void tell(Asset asset, List<SignalRow> newestFirst, LocalDate oldest) {
        if (newestFirst.size() < 2 || newestFirst.getFirst().date().isBefore(oldest)) {
            return;
        }
        SignalRow now = newestFirst.getFirst();
        Crossing.between(newestFirst.getLast(), now).forEach(crossing -> publish(asset, now.date(), crossing));
    }

    private void publish(Asset asset, LocalDate session, Crossing crossing) {
        UUID id = NamedIds.of(
                asset.id().value(), "crossed/%s/%s/%s".formatted(crossing.signal(), crossing.threshold(), session));
        SignalCrossed message = new SignalCrossed(
                asset.id().value(),
                asset.definition().symbol().value(),
                crossing.signal(),
                session,
                crossing.before(),
                crossing.value(),
                crossing.threshold(),
                crossing.direction());
        publishing.publish(id, message, new Audience.Everyone());
    }
}
