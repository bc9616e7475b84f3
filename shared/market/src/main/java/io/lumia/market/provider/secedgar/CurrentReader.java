package io.lumia.market.provider.secedgar;

import io.lumia.market.Filing;
import io.lumia.market.provider.ParsedAnswer;
import io.lumia.market.provider.ParsedAnswer.Row;
import io.lumia.market.provider.web.ReadContext;
import io.lumia.market.provider.web.Reading;
import io.lumia.market.provider.web.WebXml;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/**
 * {@code getcurrent}: an Atom feed in ISO-8859-1, newest first, with an entry per party of a filing. A filing is kept once,
 * under the party that it is about: the issuer of an insider's report, the subject of a tender offer, not who reports.
 * Its {@code updated} carries an offset and is the acceptance time.
 */
final class CurrentReader {

    private static final Pattern TITLE = Pattern.compile("(\\S.*?) - (.*) \\((\\d{1,10})\\)\\s*\\(([^()]*)\\)\\s*");
    private static final Pattern ACCESSION = Pattern.compile("accession-number=(\\d{10}-\\d{2}-\\d{6})");
    private static final Pattern FILED = Pattern.compile("Filed:\\s*(?:</b>)?\\s*(\\d{4}-\\d{2}-\\d{2})");
    private static final Pattern ITEM = Pattern.compile("Item (\\d{1,2}\\.\\d{2})\\b");

    /** Who only reports about another one. */
    private static final Set<String> BESIDE = Set.of("Reporting", "Filed by");

    private CurrentReader() {}

    /** @param isPrincipal whether the entry is about the party that the filing is about */
    private record Entry(Row<Filing> row, boolean isPrincipal) {}

    static Reading read(ReadContext context, byte[] body) {
        Optional<Element> root = WebXml.parse(body);
        if (root.isEmpty() || !"feed".equals(root.get().getLocalName())) {
            return Reading.schemaChanged("getcurrent is no Atom feed");
        }
        ParsedAnswer.Builder rows = ParsedAnswer.builder();
        Map<String, Entry> byAccession = new LinkedHashMap<>();
        long line = 0;
        for (Element element : WebXml.all(root.get(), "entry")) {
            line++;
            Optional<Entry> entry = entry(context, line, element);
            if (entry.isEmpty()) {
                String raw = element.getTextContent().strip();
                rows.rejected(Rows.malformed(
                        line, "", null, raw, "title, accession number, date or time of an entry cannot be read"));
            } else if (context.wants(entry.get().row().value().filed())) {
                byAccession.merge(entry.get().row().value().accession(), entry.get(), CurrentReader::principal);
            }
        }
        byAccession.values().stream()
                .map(Entry::row)
                .sorted(Comparator.comparing((Row<Filing> row) -> row.value().acceptedAt())
                        .thenComparing(Comparator.comparingLong((Row<Filing> row) -> row.line())
                                .reversed()))
                .forEach(rows::filing);
        return Rows.reading(rows.build(), List.of(), "the feed has no entry in the range");
    }

    private static Entry principal(Entry first, Entry second) {
        return !first.isPrincipal() && second.isPrincipal() ? second : first;
    }

    private static Optional<Entry> entry(ReadContext context, long line, Element element) {
        Matcher title = TITLE.matcher(WebXml.text(element, "title"));
        Matcher accession = ACCESSION.matcher(WebXml.text(element, "id"));
        String summary = WebXml.text(element, "summary");
        Matcher filed = FILED.matcher(summary);
        Optional<Instant> updated = instant(WebXml.text(element, "updated"));
        if (!title.matches() || !accession.find() || !filed.find() || updated.isEmpty()) {
            return Optional.empty();
        }
        Optional<Cik> cik = Cik.parse(title.group(3));
        Optional<LocalDate> date = Rows.date(filed.group(1));
        if (cik.isEmpty() || date.isEmpty()) {
            return Optional.empty();
        }
        Filing filing = new Filing(
                cik.get().value(),
                accession.group(1),
                title.group(1),
                date.get(),
                updated.get(),
                null,
                "",
                "",
                title.group(1).startsWith("8-K") ? items(summary) : "");
        String raw = element.getTextContent().strip();
        Row<Filing> row = new Row<>(line, cik.get().symbolOr(context.symbol()), filing, () -> Rows.raw(raw));
        return Optional.of(new Entry(row, !BESIDE.contains(title.group(4))));
    }

    private static String items(String summary) {
        Set<String> items = new TreeSet<>();
        Matcher matcher = ITEM.matcher(summary);
        while (matcher.find()) {
            items.add(matcher.group(1));
        }
        return String.join(",", items);
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
