package io.lumia.market.provider.ecb;

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
import java.util.Set;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/** The bank's XML: a {@code Cube} with a time for each day, in it a {@code Cube} with currency and rate for each rate. */
final class RateXml {

    private RateXml() {}

    static Reading readOneDay(ReadContext context, WebResponse response) {
        List<Element> days = days(response);
        return days.size() > 1
                ? Reading.schemaChanged("%d days; allowed in the daily file: 1".formatted(days.size()))
                : read(context, response, days);
    }

    static Reading readDays(ReadContext context, WebResponse response) {
        return read(context, response, days(response));
    }

    private static List<Element> days(WebResponse response) {
        return WebXml.parse(response.body())
                .filter(root -> "Envelope".equals(root.getLocalName()))
                .map(root -> WebXml.all(root, "Cube").stream()
                        .filter(cube -> cube.hasAttribute("time"))
                        .toList())
                .orElse(List.of());
    }

    private static Reading read(ReadContext context, WebResponse response, List<Element> days) {
        List<Element> cubes = days.stream()
                .flatMap(day -> WebXml.children(day).stream())
                .filter(cube -> cube.hasAttribute("currency"))
                .toList();
        if (cubes.isEmpty()) {
            return Readings.unreadable(response, "an envelope of days with rates");
        }
        Wanted wanted = Wanted.of(context);
        Set<String> present = cubes.stream().map(RateXml::pair).collect(Collectors.toSet());
        if (wanted.missesAll(present)) {
            return Readings.symbolUnknown(
                    "no rate for %s among %d currencies".formatted(wanted.symbols(), present.size()));
        }
        SeriesRows rows = new SeriesRows(context);
        for (int i = 0; i < cubes.size(); i++) {
            if (wanted.has(pair(cubes.get(i)))) {
                add(i + 1L, cubes.get(i), rows);
            }
        }
        return rows.reading();
    }

    private static String pair(Element cube) {
        return "EUR" + cube.getAttribute("currency").strip();
    }

    private static void add(long number, Element cube, SeriesRows rows) {
        String time = cube.getParentNode() instanceof Element day ? day.getAttribute("time") : "";
        String rate = cube.getAttribute("rate");
        Line line = new Line(
                number, "time='%s' currency='%s' rate='%s'".formatted(time, cube.getAttribute("currency"), rate));
        Optional<LocalDate> date = Periods.day(time);
        if (date.isEmpty()) {
            rows.malformed(line, pair(cube), null, "time is '%s'; allowed: a day".formatted(time));
        } else {
            rows.rate(line, pair(cube), date.get(), rate);
        }
    }
}
