package io.lumia.recommendation.snapshot;

import io.lumia.kernel.AssetId;
import io.lumia.market.ActionKind;
import io.lumia.market.AssetDefinition;
import io.lumia.market.CorporateAction;
import io.lumia.market.Fundamental;
import io.lumia.signals.sentiment.Mention;
import java.time.LocalDate;
import java.util.List;

/**
 * All that a snapshot knows about an asset.
 *
 * @param definition with the symbol of the snapshot's session
 * @param splits     splits up to the session, oldest first
 * @param facts      what its company had reported, each with when it could be known
 * @param mentions   scored texts of the sentiment's windows up to the session's close, by when they could be used
 */
public record SnapshotAsset(
        AssetId id,
        AssetDefinition definition,
        DailyPrices prices,
        List<CorporateAction> splits,
        List<Fundamental> facts,
        List<Mention> mentions) {

    public SnapshotAsset {
        splits = List.copyOf(splits);
        facts = List.copyOf(facts);
        mentions = List.copyOf(mentions);
    }

    public String symbol() {
        return definition.symbol().value();
    }

    /** Empty where it has none. */
    public String sector() {
        String sector = definition.sector();
        return sector == null ? "" : sector;
    }

    /** Whether it could be bought on a day, as far as our books know. */
    public boolean livesOn(LocalDate day) {
        LocalDate first = definition.firstDate();
        LocalDate last = definition.lastDate();
        return (first == null || !first.isAfter(day)) && (last == null || !last.isBefore(day));
    }

    /** By how much a number of shares grew through splits after a day. */
    public double splitsSince(LocalDate day) {
        double factor = 1;
        for (CorporateAction action : splits) {
            if (action.kind() == ActionKind.SPLIT && action.exDate().isAfter(day)) {
                factor *= action.value();
            }
        }
        return factor;
    }
}
