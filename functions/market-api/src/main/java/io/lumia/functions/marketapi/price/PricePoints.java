package io.lumia.functions.marketapi.price;

import io.lumia.functions.marketapi.price.PriceQuestion.Fill;
import io.lumia.market.AdjustedPrices;
import io.lumia.market.BarFlag;
import io.lumia.market.ExchangeCalendar;
import io.lumia.market.Source;
import io.lumia.web.http.Decimals;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts one page of points out of adjusted prices, and fills sessions between two bars where that is asked for. */
final class PricePoints {

    private final PriceQuestion question;
    private final ExchangeCalendar calendar;
    private final AdjustedPrices prices;
    private final List<Source> sources;
    private final List<PriceBar> points = new ArrayList<>();
    private @Nullable LocalDate next;

    private PricePoints(
            PriceQuestion question, ExchangeCalendar calendar, AdjustedPrices prices, List<Source> sources) {
        this.question = question;
        this.calendar = calendar;
        this.prices = prices;
        this.sources = sources;
    }

    /**
     * One page.
     *
     * @param next date of the first point that did not fit; null on the last page
     */
    record Page(List<PriceBar> points, @Nullable LocalDate next) {}

    /** @param sources as many as prices */
    static Page of(PriceQuestion question, ExchangeCalendar calendar, AdjustedPrices prices, List<Source> sources) {
        PricePoints page = new PricePoints(question, calendar, prices, sources);
        page.collect();
        return new Page(page.points, page.next);
    }

    private void collect() {
        for (int i = 0; i < prices.size() && next == null; i++) {
            if (i > 0 && question.fill() == Fill.PREVIOUS) {
                fillBetween(i - 1, i);
            }
            if (question.isOnPage(prices.date(i))) {
                add(bar(i));
            }
        }
    }

    private void fillBetween(int before, int after) {
        LocalDate date = prices.date(before).plusDays(1);
        for (; date.isBefore(prices.date(after)) && next == null; date = date.plusDays(1)) {
            if (question.isOnPage(date) && calendar.expects(date)) {
                add(filled(before, date));
            }
        }
    }

    private void add(PriceBar point) {
        if (points.size() < question.limit()) {
            points.add(point);
        } else if (next == null) {
            next = point.date();
        }
    }

    private PriceBar bar(int index) {
        AdjustedPrices.Bar bar = prices.bar(index);
        boolean asStored = bar.priceFactor() == 1;
        double volume = asStored ? bar.volume() : Decimals.rounded(bar.volume());
        return new PriceBar(
                bar.date(),
                shown(bar.open(), asStored),
                shown(bar.high(), asStored),
                shown(bar.low(), asStored),
                shown(bar.close(), asStored),
                Double.isNaN(volume) ? null : volume,
                flags(bar.flags()),
                sources.get(index).name());
    }

    private PriceBar filled(int before, LocalDate date) {
        AdjustedPrices.Bar bar = prices.bar(before);
        double close = shown(bar.close(), bar.priceFactor() == 1);
        List<String> flags = List.of(PriceBar.FILLED);
        return new PriceBar(
                date,
                close,
                close,
                close,
                close,
                null,
                flags,
                sources.get(before).name());
    }

    private static double shown(double price, boolean asStored) {
        return asStored ? price : Decimals.rounded(price);
    }

    private static List<String> flags(int mask) {
        return mask == 0
                ? List.of()
                : BarFlag.of(mask).stream().map(BarFlag::code).toList();
    }
}
