package io.lumia.market.provider.rss;

import java.net.URI;
import java.util.List;
import org.jsoup.nodes.Element;

/**
 * Links as absolute addresses: against {@code xml:base} of the elements around them, the outermost first (XML Base, 2009),
 * and against the feed's own link where nothing else says where it is.
 */
final class FeedLinks {

    private final FeedXml xml;

    FeedLinks(FeedXml xml) {
        this.xml = xml;
    }

    static boolean isWeb(String link) {
        return link.regionMatches(true, 0, "http://", 0, 7) || link.regionMatches(true, 0, "https://", 0, 8);
    }

    /** As given where it is absolute, or cannot be made so. */
    String absolute(Element at, String link) {
        String stripped = link.strip().replace(" ", "%20");
        return isWeb(stripped) || stripped.isEmpty() ? stripped : resolved(base(at), stripped);
    }

    private String base(Element at) {
        List<Element> outermostFirst = at.parents().reversed();
        String base = feedLink();
        for (Element element : outermostFirst) {
            base = resolved(base, element.attr("xml:base").strip());
        }
        return resolved(base, at.attr("xml:base").strip());
    }

    private String feedLink() {
        return xml.child(xml.head(), "link")
                .map(link -> link.hasAttr("href") ? link.attr("href") : link.wholeText())
                .map(String::strip)
                .filter(FeedLinks::isWeb)
                .orElse("");
    }

    private static String resolved(String base, String link) {
        try {
            return link.isEmpty() ? base : URI.create(base).resolve(link).toString();
        } catch (IllegalArgumentException _) {
            return link;
        }
    }
}
