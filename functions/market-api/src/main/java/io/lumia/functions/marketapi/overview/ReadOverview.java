package io.lumia.functions.marketapi.overview;

import io.lumia.functions.marketapi.overview.OverviewView.AssetGlance;
import io.lumia.functions.marketapi.overview.OverviewView.Movers;
import io.lumia.functions.marketapi.overview.OverviewView.SectorView;
import io.lumia.functions.marketapi.overview.OverviewView.SentimentPulse;
import io.lumia.functions.marketapi.overview.OverviewView.Showing;
import io.lumia.kernel.AsOf;
import io.lumia.market.ExchangeCalendar;
import io.lumia.web.http.Decimals;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The market at a glance as of an instant: from stored signals, or, for an earlier instant, from the facts known then. */
@Singleton
final class ReadOverview {

    static final String NO_SENTIMENT = "sentiment is left out: it needs scope signals:read";

    private final StoredDays stored;
    private final ComputedDays computed;

    ReadOverview(StoredDays stored, ComputedDays computed) {
        this.stored = stored;
        this.computed = computed;
    }

    /**
     * @param past          whether an instant was asked for
     * @param withSentiment whether the caller may see it
     * @param perSector     assets shown of each sector, at most
     * @param movers        assets in each list of movers and of the pulse, at most
     */
    record Question(AsOf asOf, boolean past, boolean withSentiment, int perSector, int movers) {}

    record Answer(OverviewView view, List<String> warnings) {}

    Answer read(Question question) {
        MarketDays source = question.past() ? computed : stored;
        MarketDays.Found found = source.find(question.asOf(), question.withSentiment());
        Shown shown = Shown.of(MarketSummary.of(found.days()), question);
        Map<Integer, Double> closes = source.closes(shown.all(), found);
        List<String> warnings = new ArrayList<>(found.warnings());
        int leftOut = shown.summary().sectorsLeftOut();
        if (leftOut > 0) {
            warnings.add("%d sectors with the fewest assets are left out".formatted(leftOut));
        }
        if (!question.withSentiment()) {
            warnings.add(NO_SENTIMENT);
        }
        return new Answer(new Writing(question, closes).view(shown), warnings);
    }

    /** Which assets are shown where. */
    private record Shown(
            MarketSummary summary,
            List<SectorOfShown> sectors,
            List<AssetDay> up,
            List<AssetDay> down,
            List<AssetDay> positive,
            List<AssetDay> negative) {

        static Shown of(MarketSummary summary, Question question) {
            return new Shown(
                    summary,
                    summary.sectors().stream()
                            .map(sector -> new SectorOfShown(sector, sector.largest(question.perSector())))
                            .toList(),
                    summary.movers(true, question.movers()),
                    summary.movers(false, question.movers()),
                    summary.loudest(true, question.movers()),
                    summary.loudest(false, question.movers()));
        }

        List<AssetDay> all() {
            List<AssetDay> all = new ArrayList<>();
            sectors.forEach(sector -> all.addAll(sector.largest()));
            List.of(up, down, positive, negative).forEach(all::addAll);
            return all;
        }
    }

    private record SectorOfShown(MarketSummary.Sector sector, List<AssetDay> largest) {}

    /** One answer's. */
    private record Writing(Question question, Map<Integer, Double> closes) {

        OverviewView view(Shown shown) {
            MarketSummary summary = shown.summary();
            Optional<ExchangeCalendar> main = summary.mainCalendar();
            return new OverviewView(
                    main.flatMap(summary::session).orElse(null),
                    main.map(calendar -> calendar.lastExpectedSession(question.asOf()))
                            .orElse(null),
                    summary.currency(),
                    summary.freshness(question.asOf()),
                    summary.breadth(),
                    shown.sectors().stream().map(this::sector).toList(),
                    new Movers(MarketSummary.LEAST_DOLLAR_VOLUME, glances(shown.up()), glances(shown.down())),
                    question.withSentiment() ? pulse(shown) : null);
        }

        private SectorView sector(SectorOfShown shown) {
            MarketSummary.Sector sector = shown.sector();
            @Nullable Integer texts = question.withSentiment() ? (Integer) sector.texts() : null;
            return new SectorView(
                    sector.name(),
                    sector.assets(),
                    sector.stale(),
                    Decimals.rounded(sector.dollarVolume()),
                    OverviewView.roundedOrNull(sector.weightedReturn()),
                    OverviewView.roundedOrNull(sector.medianReturn()),
                    OverviewView.roundedOrNull(sector.meanScore()),
                    texts,
                    glances(shown.largest()));
        }

        private SentimentPulse pulse(Shown shown) {
            List<AssetDay> days = shown.summary().days();
            return new SentimentPulse(
                    MarketDays.SENTIMENT_DAYS,
                    (int) days.stream().filter(AssetDay::isWrittenAbout).count(),
                    MarketSummary.texts(days),
                    OverviewView.roundedOrNull(MarketSummary.meanScore(days)),
                    MarketSummary.LEAST_TEXTS,
                    glances(shown.positive()),
                    glances(shown.negative()));
        }

        private List<AssetGlance> glances(List<AssetDay> days) {
            Showing showing = new Showing(question.withSentiment(), question.past());
            return days.stream()
                    .map(day -> AssetGlance.of(day, closes.get(day.asset().key()), showing))
                    .toList();
        }
    }
}
