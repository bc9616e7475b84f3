package io.lumia.collection.persistence;

import io.lumia.market.ActionKind;
import io.lumia.market.CorporateAction;
import io.lumia.market.DailyBar;
import io.lumia.market.Fundamental;
import io.lumia.market.MarketFact;
import io.lumia.market.Observation;
import io.lumia.market.PriceBasis;
import io.lumia.market.Source;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * A rejected row's value as JSON, with its source. One of the kinds is there. A number that JSON has not (NaN, infinite)
 * is null where a fact may lack it; a fact that needs it has no stored form.
 */
@Serdeable
record StoredFact(
        Origin origin,
        @Nullable Bar bar,
        @Nullable Action action,
        @Nullable Value observation,
        @Nullable Report fundamental) {

    /** The source beside provider and name, which the table has. */
    @Serdeable
    record Origin(Instant asOf, String priceBasis, String currency, String licence, String attribution) {}

    @Serdeable
    record Bar(
            LocalDate date,
            double open,
            double high,
            double low,
            double close,
            @Nullable Double volume,
            @Nullable Double adjClose,
            int flags) {}

    @Serdeable
    record Action(LocalDate exDate, String kind, double value) {}

    @Serdeable
    record Value(LocalDate date, double value) {}

    @Serdeable
    record Report(
            String metric,
            LocalDate periodStart,
            LocalDate periodEnd,
            LocalDate reportedAt,
            boolean reportedAtAssumed,
            double value,
            String currency) {}

    static Optional<StoredFact> of(Source source, @Nullable MarketFact fact) {
        if (fact == null || !isWritable(fact)) {
            return Optional.empty();
        }
        Origin origin = new Origin(
                source.asOf(), source.priceBasis().code(), source.currency(), source.licence(), source.attribution());
        return Optional.of(
                switch (fact) {
                    case DailyBar bar -> new StoredFact(origin, bar(bar), null, null, null);
                    case CorporateAction action ->
                        new StoredFact(
                                origin,
                                null,
                                new Action(action.exDate(), action.kind().code(), action.value()),
                                null,
                                null);
                    case Observation value ->
                        new StoredFact(origin, null, null, new Value(value.date(), value.value()), null);
                    case Fundamental report -> new StoredFact(origin, null, null, null, report(report));
                });
    }

    Source source(String provider, String name) {
        return new Source(
                provider,
                name,
                origin.asOf(),
                PriceBasis.parse(origin.priceBasis()),
                origin.currency(),
                origin.licence(),
                origin.attribution());
    }

    @Nullable
    MarketFact fact() {
        if (bar != null) {
            return new DailyBar(
                    bar.date(),
                    bar.open(),
                    bar.high(),
                    bar.low(),
                    bar.close(),
                    orNaN(bar.volume()),
                    orNaN(bar.adjClose()),
                    bar.flags());
        }
        if (action != null) {
            return new CorporateAction(action.exDate(), ActionKind.parse(action.kind()), action.value());
        }
        if (observation != null) {
            return new Observation(observation.date(), observation.value());
        }
        return fundamental == null
                ? null
                : new Fundamental(
                        fundamental.metric(),
                        fundamental.periodStart(),
                        fundamental.periodEnd(),
                        fundamental.reportedAt(),
                        fundamental.reportedAtAssumed(),
                        fundamental.value(),
                        fundamental.currency());
    }

    private static boolean isWritable(MarketFact fact) {
        return switch (fact) {
            case DailyBar bar ->
                DoubleStream.of(bar.open(), bar.high(), bar.low(), bar.close()).allMatch(Double::isFinite)
                        && !Double.isInfinite(bar.volume())
                        && !Double.isInfinite(bar.adjClose());
            case CorporateAction action -> Double.isFinite(action.value());
            case Observation value -> Double.isFinite(value.value());
            case Fundamental report -> Double.isFinite(report.value());
        };
    }

    private static Bar bar(DailyBar bar) {
        return new Bar(
                bar.date(),
                bar.open(),
                bar.high(),
                bar.low(),
                bar.close(),
                orNull(bar.volume()),
                orNull(bar.adjClose()),
                bar.flags());
    }

    private static Report report(Fundamental report) {
        return new Report(
                report.metric(),
                report.periodStart(),
                report.periodEnd(),
                report.reportedAt(),
                report.reportedAtAssumed(),
                report.value(),
                report.currency());
    }

    private static @Nullable Double orNull(double value) {
        return Double.isNaN(value) ? null : value;
    }

    private static double orNaN(@Nullable Double value) {
        return value == null ? Double.NaN : value;
    }
}
