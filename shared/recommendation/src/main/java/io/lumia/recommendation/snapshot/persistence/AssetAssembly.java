package io.lumia.recommendation.snapshot.persistence;

import io.lumia.market.CorporateAction;
import io.lumia.market.ExchangeCalendar;
import io.lumia.market.Fundamental;
import io.lumia.recommendation.snapshot.DailyPrices;
import io.lumia.recommendation.snapshot.FingerprintBuilder;
import io.lumia.recommendation.snapshot.FingerprintBuilder.NamedRow;
import io.lumia.recommendation.snapshot.InputKind;
import io.lumia.recommendation.snapshot.SnapshotAsset;
import io.lumia.recommendation.snapshot.persistence.ActionReader.Actions;
import io.lumia.signals.sentiment.Mention;
import io.lumia.signals.sentiment.MentionsOfMany.KnownMention;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Puts an asset together from what was read, and its rows into the fingerprint. */
final class AssetAssembly {

    private final ReadingTime time;
    private final Sources sources;
    private final FingerprintBuilder fingerprint;
    private final Map<ExchangeCalendar, LocalDate> lastSessions = new EnumMap<>(ExchangeCalendar.class);

    AssetAssembly(ReadingTime time, Sources sources, FingerprintBuilder fingerprint) {
        this.time = time;
        this.sources = sources;
        this.fingerprint = fingerprint;
    }

    /** What was read about an asset. */
    record Parts(BarTable bars, Actions actions, List<KnownFact> facts, List<KnownMention> mentions) {}

    SnapshotAsset assemble(KnownAsset asset, Parts parts) {
        String id = asset.id().toString();
        BarTable bars = parts.bars();
        bars.dropAfter(lastSession(asset));
        int[] days = bars.epochDays();
        List<Fundamental> facts = parts.facts().stream().map(KnownFact::fact).toList();
        List<Mention> mentions =
                parts.mentions().stream().map(KnownMention::mention).toList();
        List<CorporateAction> splits = parts.actions().splitsUpTo(time.session());
        SnapshotAsset assembled = new SnapshotAsset(
                asset.id(), asset.definition(), prices(bars, days, parts.actions()), splits, facts, mentions);
        fingerprint.addNamed(
                id, InputKind.DEFINITION, List.of(new NamedRow("definition", asset.text(), asset.learnedAt())));
        fingerprint.addDated(id, InputKind.BAR, days, bars.seen(sources), bars.learned());
        fingerprint.addNamed(id, InputKind.ACTION, parts.actions().rows());
        fingerprint.addNamed(
                id, InputKind.FACT, parts.facts().stream().map(KnownFact::row).toList());
        fingerprint.addNamed(
                id,
                InputKind.MENTION,
                parts.mentions().stream().map(AssetAssembly::row).toList());
        return assembled;
    }

    /** A bar counts once its own market's day is over; none is of a day after the session. */
    private LocalDate lastSession(KnownAsset asset) {
        return lastSessions.computeIfAbsent(ExchangeCalendar.of(asset.definition()), calendar -> {
            LocalDate closed = calendar.lastClosedSession(time.publicBy());
            return closed.isBefore(time.session()) ? closed : time.session();
        });
    }

    /** Where nothing happened since the first bar and no source adjusts by itself, prices are what came; that spares objects. */
    private DailyPrices prices(BarTable bars, int[] days, Actions actions) {
        if (bars.size() == 0) {
            return DailyPrices.NONE;
        }
        boolean isQuiet = actions.isNoneAfter(LocalDate.ofEpochDay(days[0]));
        if (isQuiet && !bars.hasAdjusted()) {
            return bars.asReceived(days);
        }
        return DailyPrices.of(bars.stored(sources), actions.stored(), time.session());
    }

    /** Without the credibility, which is no row but a rule that release and publisher decide. */
    private static NamedRow row(KnownMention known) {
        Mention mention = known.mention();
        return new NamedRow(
                mention.articleId().toString(),
                RowText.of(
                        mention.usableFrom(),
                        mention.social(),
                        known.provider(),
                        known.publisher(),
                        mention.relevance(),
                        mention.confidence(),
                        mention.score(),
                        mention.abstained()),
                known.learnedAt());
    }
}
