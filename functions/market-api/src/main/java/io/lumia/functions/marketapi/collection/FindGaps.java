package io.lumia.functions.marketapi.collection;

import io.lumia.functions.marketapi.http.Limits;
import io.lumia.kernel.AsOf;
import io.lumia.market.Asset;
import io.lumia.market.AssetCatalog;
import io.lumia.market.AssetDefinition;
import io.lumia.market.AssetType;
import io.lumia.market.BarDates;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Missing and unexpected bars of one asset, or of a page of all. */
@Singleton
final class FindGaps {

    /** Intervals and dates of one asset that are listed; all are counted. A page of such assets stays below 6 MB. */
    static final int MAX_LISTED = 250;

    private final AssetCatalog catalog;
    private final BarDates barDates;

    FindGaps(AssetCatalog catalog, BarDates barDates) {
        this.catalog = catalog;
        this.barDates = barDates;
    }

    record Question(@Nullable LocalDate start, @Nullable LocalDate end, AsOf asOf, int page, int perPage) {}

    record Answer(List<AssetGaps> gaps, List<String> warnings, long totalItems) {}

    Answer of(Asset asset, Question question) {
        List<Asset> one = question.page() == 1 ? List.of(asset) : List.of();
        return answer(one, 1, question);
    }

    Answer ofAll(Question question) {
        List<Asset> all =
                catalog.all(List.of()).stream().filter(FindGaps::hasBars).toList();
        List<Asset> page = all.stream()
                .skip((long) (question.page() - 1) * question.perPage())
                .limit(question.perPage())
                .toList();
        return answer(page, all.size(), question);
    }

    /** A series of observations has none; its definition says how often it has a value. */
    private static boolean hasBars(Asset asset) {
        AssetDefinition definition = asset.definition();
        return definition.type() != AssetType.ECONOMIC_INDICATOR
                && !definition.attributes().containsKey("frequency");
    }

    private Answer answer(List<Asset> assets, long totalItems, Question question) {
        LocalDate from = question.start() == null ? Limits.FIRST_DATE : question.start();
        LocalDate to = question.end() == null ? Limits.LAST_DATE : question.end();
        Map<Asset, List<LocalDate>> dates = barDates.dates(assets, from, to);
        List<AssetGaps> gaps = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        for (Asset asset : assets) {
            AssetGaps found = GapFinder.find(
                    asset, dates.getOrDefault(asset, List.of()), question.start(), question.end(), question.asOf());
            gaps.add(listed(found, warnings));
        }
        return new Answer(gaps, warnings, totalItems);
    }

    private static AssetGaps listed(AssetGaps gaps, List<String> warnings) {
        if (gaps.missingIntervals().size() <= MAX_LISTED
                && gaps.unexpectedDates().size() <= MAX_LISTED) {
            return gaps;
        }
        warnings.add(
                "%s has %d missing intervals and %d unexpected dates: the first %d of each are listed; ask with start and end"
                        .formatted(
                                gaps.asset().symbol(),
                                gaps.missingIntervals().size(),
                                gaps.unexpectedDates().size(),
                                MAX_LISTED));
        return gaps.withFirst(MAX_LISTED);
    }
}
