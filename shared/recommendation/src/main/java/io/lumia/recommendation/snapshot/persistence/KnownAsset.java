package io.lumia.recommendation.snapshot.persistence;

import io.lumia.kernel.AssetId;
import io.lumia.market.AssetDefinition;
import java.time.Instant;
import java.time.LocalDate;
import java.util.TreeMap;

/**
 * An asset as our books had it.
 *
 * @param key       the integer inside the database; never in a fingerprint
 * @param learnedAt when they learned it so
 */
record KnownAsset(int key, AssetId id, AssetDefinition definition, Instant learnedAt) {

    /** All of the definition that the engine can see. */
    String text() {
        return RowText.of(
                definition.symbol(),
                definition.name(),
                definition.type().code(),
                definition.exchangeMic(),
                definition.currency(),
                definition.sector(),
                definition.industry(),
                definition.marketCap(),
                definition.cik(),
                definition.firstDate(),
                definition.lastDate(),
                definition.description(),
                new TreeMap<>(definition.attributes()));
    }

    boolean holds(String symbol) {
        return definition.symbol().value().equals(symbol);
    }

    boolean livesOn(LocalDate day) {
        LocalDate first = definition.firstDate();
        LocalDate last = definition.lastDate();
        return (first == null || !first.isAfter(day)) && (last == null || !last.isBefore(day));
    }
}
