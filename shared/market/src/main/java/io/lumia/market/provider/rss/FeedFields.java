package io.lumia.market.provider.rss;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import io.lumia.market.Published;
import io.lumia.market.provider.web.PlainText;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What an item says, field by field: texts and links as rome has them, the rest from the item itself. */
final class FeedFields {

    /** When a text came out, then when it was changed, in the order in which they are believed. */
    private static final List<String> DATES =
            List.of("pubdate", "published", "issued", "date", "created", "updated", "modified");

    private static final int TITLE_CHARACTERS = 200;

    private final FeedXml xml;
    private final Instant seenAt;

    FeedFields(FeedXml xml, Instant seenAt) {
        this.xml = xml;
        this.seenAt = seenAt;
    }

    String id(Element item) {
        return Stream.of("guid", "id")
                .flatMap(name -> xml.child(item, name).stream())
                .map(element -> element.wholeText().strip())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElseGet(() -> item.attr("rdf:about").strip());
    }

    /** The texts of all its dates, in the order in which they are believed; of an extension as good as the feed's own. */
    List<String> dates(Element item) {
        return DATES.stream()
                .flatMap(name -> item.children().stream()
                        .filter(child -> FeedXml.localName(child).equals(name)))
                .map(element -> element.wholeText().strip())
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** Empty where there are dates and none can be read. */
    Optional<Published> published(List<String> dates) {
        return dates.isEmpty()
                ? Optional.of(Published.seenAt(seenAt))
                : dates.stream().flatMap(text -> FeedDates.parse(text).stream()).findFirst();
    }

    /** The first line of the text where an item has no title; empty where it has no text either. */
    String title(SyndEntry entry, String body) {
        String title = PlainText.line(orEmpty(entry.getTitle()));
        if (!title.isEmpty()) {
            return title;
        }
        String line = body.lines().findFirst().orElse("");
        if (line.length() <= TITLE_CHARACTERS) {
            return line;
        }
        int blank = line.lastIndexOf(' ', TITLE_CHARACTERS);
        return line.substring(0, blank > 0 ? blank : line.offsetByCodePoints(0, TITLE_CHARACTERS / 2)) + " …";
    }

    /** Plain text of the content, else of the summary. */
    String text(SyndEntry entry) {
        return Stream.concat(entry.getContents().stream(), Stream.ofNullable(entry.getDescription()))
                .map(SyndContent::getValue)
                .map(FeedFields::orEmpty)
                .map(PlainText::of)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Of the alternate link; empty for anything but the web. */
    String url(SyndEntry entry) {
        String link = orEmpty(entry.getLink());
        return FeedLinks.isWeb(link) ? link : "";
    }

    /** Of the feed. */
    private String language() {
        return languageOf(xml.root(), xml.head()).orElse("");
    }

    String language(Element item) {
        Element[] own = Stream.concat(
                        Stream.of(item), Stream.of("content", "title").flatMap(name -> xml.child(item, name).stream()))
                .toArray(Element[]::new);
        return languageOf(own).orElseGet(this::language);
    }

    private static Optional<String> languageOf(Element... elements) {
        return Stream.of(elements)
                .flatMap(element -> Stream.concat(
                        Stream.of(element.attr("xml:lang")),
                        element.children().stream()
                                .filter(child -> FeedXml.localName(child).equals("language"))
                                .map(Element::wholeText)))
                .map(FeedFields::primary)
                .filter(code -> !code.isEmpty())
                .findFirst();
    }

    /** {@code en} of {@code en-US}. */
    private static String primary(String tag) {
        String first = tag.strip().split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
        String two = first.matches("[a-z]{3}") ? twoLetters(first) : first;
        return two.matches("[a-z]{2}") ? two : "";
    }

    private static String twoLetters(String three) {
        return Locale.availableLocales()
                .filter(locale -> locale.getLanguage().length() == 2
                        && locale.getISO3Language().equals(three))
                .map(Locale::getLanguage)
                .findFirst()
                .orElse("");
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
