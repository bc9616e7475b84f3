package io.lumia.functions.marketapi.price;

import io.lumia.functions.marketapi.price.PriceQuestion.Fill;
import io.lumia.functions.marketapi.price.PriceQuestion.Shape;
import io.lumia.market.AdjustedPrices;
import io.lumia.market.Adjustment;
import io.lumia.market.Asset;
import io.lumia.market.AssetType;
import io.lumia.market.PriceAdjuster;
import io.lumia.market.PriceBasis;
import io.lumia.market.PriceHistory;
import io.lumia.market.StoredBars;
import io.lumia.web.asset.AssetInfo;
import io.lumia.web.asset.AssetReader;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Prices of an asset over a stretch of time, adjusted on read. Bars are read up to the instant asked for, also where the
 * stretch ends earlier: what was done to a price depends on everything known by then. Signals are computed in the same
 * units, those of the newest bar's day.
 */
@Singleton
final class ReadPrices {

    /** How far before the first date a close to fill with may lie. */
    private static final int FILL_LOOK_BACK_DAYS = 31;

    private final PriceHistory prices;

    ReadPrices(PriceHistory prices) {
        this.prices = prices;
    }

    /** @param next first date of the page after; null on the last page */
    record Answer(
            PriceSeries series,
            List<String> warnings,
            @Nullable LocalDate next) {}

    Answer read(PriceQuestion question) {
        StoredBars stored = prices.bars(question.asset(), firstRead(question), LocalDate.MAX, question.asOf());
        if (stored.bars().isEmpty()) {
            return nothing(question);
        }
        LocalDate newest = stored.bars().getLast().date();
        AdjustedPrices adjusted = PriceAdjuster.adjust(
                stored, prices.actions(question.asset(), question.asOf()), question.adjustment(), newest);
        PricePoints.Page page =
                PricePoints.of(question, AssetReader.calendarOf(question.asset()), adjusted, stored.sources());
        return new Answer(
                series(question, adjusted, stored, page.points()), warnings(question, adjusted, stored), page.next());
    }

    private static LocalDate firstRead(PriceQuestion question) {
        if (question.start() == null) {
            return LocalDate.MIN;
        }
        return question.fill() == Fill.PREVIOUS ? question.start().minusDays(FILL_LOOK_BACK_DAYS) : question.start();
    }

    private static PriceSeries series(
            PriceQuestion question, AdjustedPrices adjusted, StoredBars stored, List<PriceBar> points) {
        AdjustedPrices.Notes notes = adjusted.notes();
        boolean rows = question.shape() == Shape.ROWS;
        return new PriceSeries(
                AssetInfo.of(question.asset()),
                question.adjustment().code(),
                notes.asOf(),
                question.fill().code(),
                codes(notes.bases()),
                stored.sources().stream().distinct().map(SourceView::of).toList(),
                notes.applied().stream().map(ActionView::of).toList(),
                notes.reconstructed(),
                rows ? points : null,
                rows ? null : PriceColumns.of(points),
                points);
    }

    private static List<String> codes(Set<PriceBasis> bases) {
        return new TreeSet<>(bases).stream().map(PriceBasis::code).toList();
    }

    private static List<String> warnings(PriceQuestion question, AdjustedPrices adjusted, StoredBars stored) {
        AdjustedPrices.Notes notes = adjusted.notes();
        List<String> warnings = new ArrayList<>(notes.warnings());
        if (stored.backfilled() > 0) {
            warnings.add("%d of %d bars were learned after %s: shown is the value first learned"
                    .formatted(stored.backfilled(), stored.bars().size(), question.asOf()));
        }
        if (notes.reconstructed()) {
            warnings.add("prices are won back from fully adjusted ones: the source's rounding is magnified");
        } else if (question.adjustment() == Adjustment.RAW && !notes.applied().isEmpty()) {
            warnings.add("raw prices are calculated back from a split-adjusted source: its rounding is magnified");
        }
        return warnings;
    }

    private static Answer nothing(PriceQuestion question) {
        PriceSeries none = new PriceSeries(
                AssetInfo.of(question.asset()),
                question.adjustment().code(),
                null,
                question.fill().code(),
                List.of(),
                List.of(),
                List.of(),
                false,
                question.shape() == Shape.ROWS ? List.of() : null,
                question.shape() == Shape.ROWS ? null : PriceColumns.of(List.of()),
                List.of());
        return new Answer(none, List.of(reason(question.asset())), null);
    }

    private static String reason(Asset asset) {
        AssetType type = asset.definition().type();
        String symbol = asset.definition().symbol().value();
        return type == AssetType.ECONOMIC_INDICATOR || type == AssetType.BOND || type == AssetType.FOREX
                ? "%s has no bars in this range; values of a series are at /api/v1/observations/%s"
                        .formatted(symbol, symbol)
                : "%s has no bars in this range".formatted(symbol);
    }
}
