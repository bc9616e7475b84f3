package io.lumia.functions.collectionapi.gap;

import io.lumia.kernel.AsOf;
import io.lumia.market.Asset;
import io.lumia.market.AssetCatalog;
import io.lumia.market.BarDates;
import io.lumia.market.ObservationDates;
import io.lumia.market.gap.GapReports;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Missing and unexpected bars and observations of one asset, or of a page of all. */
@Singleton
final class FindGaps {

    /** Intervals and dates of one asset that are listed; all are counted. A page of such assets stays below 6 MB. */
    static final int MAX_LISTED = 250;

    private final AssetCatalog catalog;
    private final GapReports gapReports;

    FindGaps(AssetCatalog catalog, BarDates barDates, ObservationDates observationDates) {
        this.catalog = catalog;
        this.gapReports = new GapReports(barDates, observationDates);
    }

    record Question(@Nullable LocalDate start, @Nullable LocalDate end, AsOf asOf, int page, int perPage) {}

    record Answer(List<AssetGaps> gaps, List<String> warnings, long totalItems) {}

    Answer of(Asset asset, Question question) {
        List<Asset> one = question.page() == 1 ? List.of(asset) : List.of();
        return answer(one, 1, question);
    }

    Answer ofAll(Question question) {
        List<Asset> all = catalog.all(List.of());
        List<Asset> page = all.stream()
                .skip((long) (question.page() - 1) * question.perPage())
                .limit(question.perPage())
                .toList();
        return answer(page, all.size(), question);
    }

    private Answer answer(List<Asset> assets, long totalItems, Question question) {
        List<String> warnings = new ArrayList<>();
        List<AssetGaps> gaps = gapReports.of(assets, question.start(), question.end(), question.asOf()).stream()
                .map(report -> listed(AssetGaps.of(report), warnings))
                .toList();
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
