package io.lumia.recommendation.snapshot.persistence;

import io.lumia.market.Fundamental;
import io.lumia.recommendation.snapshot.FingerprintBuilder.NamedRow;
import java.time.Instant;
import java.util.Comparator;

/**
 * A reported number.
 *
 * @param origin    concept and filing where it is a company fact; empty where it came under its metric's name
 * @param learnedAt when our books learned it
 */
record KnownFact(Fundamental fact, String origin, Instant learnedAt) {

    static final Comparator<KnownFact> ORDER = Comparator.comparing((KnownFact known) -> known.fact.metric())
            .thenComparing(known -> known.fact.periodEnd())
            .thenComparing(known -> known.fact.periodStart())
            .thenComparing(known -> known.fact.reportedAt())
            .thenComparing(KnownFact::origin);

    NamedRow row() {
        String key = fact.metric() + " " + fact.periodStart() + ".." + fact.periodEnd() + " " + fact.reportedAt()
                + (origin.isEmpty() ? "" : " " + origin);
        return new NamedRow(key, RowText.of(fact.value(), fact.currency(), fact.reportedAtAssumed()), learnedAt);
    }
}
