package io.lumia.market.provider.ustreasury;

import io.lumia.market.provider.ProviderAnswer.EmptyConfirmed;
import io.lumia.market.provider.series.Periods;
import io.lumia.market.provider.series.Readings;
import io.lumia.market.provider.series.SeriesRows;
import io.lumia.market.provider.series.SeriesRows.Line;
import io.lumia.market.provider.series.Wanted;
import io.lumia.market.provider.web.ReadContext;
import io.lumia.market.provider.web.Reading;
import io.lumia.market.provider.web.WebXml;
import io.lumia.platform.web.WebResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * The feed: an entry a day, its properties {@code NEW_DATE} and a {@code BC_…} for each maturity that was published that
 * day. {@code BC_30YEARDISPLAY} repeats the 30 years for the web page. A maturity that we do not know yet is rejected, so
 * that somebody hears of it; the others are kept.
 */
final class CurveFeed {

    private static final String PREFIX = "BC_";
    private static final String DISPLAY_ONLY = "BC_30YEARDISPLAY";

    private final ReadContext context;
    private final Wanted wanted;
    private final SeriesRows rows;

    private CurveFeed(ReadContext context) {
        this.context = context;
        this.wanted = Wanted.of(context);
        this.rows = new SeriesRows(context);
    }

    static Reading read(ReadContext context, WebResponse response) {
        Optional<Element> feed = WebXml.parse(response.body()).filter(root -> "feed".equals(root.getLocalName()));
        if (feed.isEmpty()) {
            return Readings.unreadable(response, "a feed of yield curves");
        }
        List<Element> days = WebXml.all(feed.get(), "properties");
        if (days.isEmpty()) {
            return WebXml.all(feed.get(), "entry").isEmpty()
                    ? Reading.none(new EmptyConfirmed("a feed without entries"))
                    : Reading.schemaChanged("entries without properties");
        }
        boolean curves = days.stream().anyMatch(day -> !rates(day).isEmpty());
        return curves
                ? new CurveFeed(context).read(days)
                : Reading.schemaChanged("properties without any BC_ maturity");
    }

    private static List<Element> rates(Element day) {
        return WebXml.children(day).stream()
                .filter(property -> property.getLocalName().startsWith(PREFIX))
                .filter(property -> !property.getLocalName().equals(DISPLAY_ONLY))
                .toList();
    }

    private Reading read(List<Element> days) {
        if (!wanted.isEverything() && wanted.symbols().stream().noneMatch(Tenor::isSymbol)) {
            return Readings.symbolUnknown("no maturity of the curve: " + wanted.symbols());
        }
        for (int i = 0; i < days.size(); i++) {
            add(i + 1L, days.get(i));
        }
        return rows.reading();
    }

    private void add(long number, Element day) {
        String written = WebXml.text(day, "NEW_DATE");
        Optional<LocalDate> date = Periods.day(written);
        List<Element> rates = rates(day);
        if (date.isEmpty() || rates.isEmpty()) {
            rows.malformed(
                    new Line(number, day.getTextContent().strip()),
                    "",
                    date.orElse(null),
                    "NEW_DATE is '%s' with %d maturities; allowed: a day with at least one"
                            .formatted(written, rates.size()));
            return;
        }
        rates.forEach(rate -> add(number, date.get(), rate));
    }

    private void add(long number, LocalDate date, Element rate) {
        String name = rate.getLocalName();
        String value = rate.getTextContent().strip();
        Line line = new Line(number, "%s %s=%s".formatted(date, name, value));
        Optional<Tenor> tenor = Tenor.ofProperty(name);
        if (tenor.isPresent()) {
            if (wanted.has(tenor.get().symbol())) {
                rows.observe(line, tenor.get().symbol(), date, value);
            }
        } else if (context.wants(date) && !SeriesRows.isMissing(value)) {
            rows.malformed(line, name, date, "maturity is '%s'; allowed: those of Tenor".formatted(name));
        }
    }
}
