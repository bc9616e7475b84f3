package io.lumia.market.provider.rss;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * A feed's XML as a tree, though it need not be well-formed: bare ampersands, HTML's entities, control characters and a
 * missing end are common. Nothing is fetched and no entity is expanded but XML's and HTML's own; a document that declares
 * others is refused, since what it says is in them.
 *
 * @param isCut whether the root element is not closed: the feed ends in the middle
 * @param notes what was not as it should be, for a person
 */
record FeedXml(Element root, String text, boolean isCut, List<String> notes) {

    /** Feeds are four deep, HTML that nobody escaped a little more. */
    private static final int MAX_DEPTH = 200;

    static final String RSS_1 = "http://purl.org/rss/1.0/";

    private static final Set<String> ROOTS = Set.of("rss", "feed", "rdf");

    /** What XML 1.0 does not allow. */
    private static final Pattern FORBIDDEN = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F\\uFFFE\\uFFFF]");

    private static final Pattern ENTITY = Pattern.compile("<!ENTITY\\s+(?!%)", Pattern.CASE_INSENSITIVE);

    /** What 0x80 to 0x9F are in windows-1252; a blank where nothing. */
    private static final String SMART = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

    FeedXml {
        notes = List.copyOf(notes);
    }

    /** Either a tree, or what the text is instead. */
    sealed interface Parsed {

        record Tree(FeedXml xml) implements Parsed {}

        record NoFeed(String what) implements Parsed {}
    }

    static Parsed parse(String received) {
        List<String> notes = new ArrayList<>();
        String text = allowed(received, notes);
        Parser parser = Parser.xmlParser().setTrackPosition(true).setMaxDepth(MAX_DEPTH);
        Document document = parser.parseInput(text, "");
        Element root = document.firstElementChild();
        if (root == null) {
            return new Parsed.NoFeed(text.isBlank() ? "an empty body" : "no XML");
        }
        if (!ROOTS.contains(localName(root))) {
            return new Parsed.NoFeed("a document of <%s>".formatted(root.nodeName()));
        }
        if (declaresEntities(document)) {
            return new Parsed.NoFeed("a feed that declares entities of its own");
        }
        boolean isCut = !isClosed(root);
        if (isCut) {
            notes.add("<%s> is not closed".formatted(root.nodeName()));
        }
        return new Parsed.Tree(new FeedXml(root, text, isCut, notes));
    }

    private static boolean declaresEntities(Document document) {
        return document.childNodes().stream()
                .filter(node -> !(node instanceof Element))
                .map(Object::toString)
                .anyMatch(node -> node.startsWith("<!") && ENTITY.matcher(node).find());
    }

    private static String allowed(String received, List<String> notes) {
        long forbidden = FORBIDDEN.matcher(received).results().count();
        if (forbidden > 0) {
            notes.add("%d characters that XML does not allow were dropped".formatted(forbidden));
        }
        return smart(forbidden == 0 ? received : FORBIDDEN.matcher(received).replaceAll(""));
    }

    /** Control characters from 0x80 are windows-1252's quotes and dashes that somebody took for Latin-1. */
    private static String smart(String text) {
        if (text.chars().noneMatch(FeedXml::isHighControl)) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        text.chars().forEach(c -> out.append(isHighControl(c) ? SMART.charAt(c - 0x80) : (char) c));
        return out.toString();
    }

    private static boolean isHighControl(int c) {
        return c >= 0x80 && c <= 0x9F;
    }

    /** All {@code item}s or {@code entry}s in the order of the document. */
    List<Element> items() {
        Set<String> names = localName(root).equals("feed") ? Set.of("entry") : Set.of("item");
        return root.getAllElements().stream()
                .filter(element -> names.contains(localName(element)) && isFeeds(element))
                .toList();
    }

    /** What describes the feed: the channel, or the root where there is none. */
    Element head() {
        return child(root, "channel").orElse(root);
    }

    /** Whether a name is the feed's own and not an extension's. */
    boolean isFeeds(Element element) {
        String prefix = element.tag().prefix();
        boolean isRoots = prefix.equals(root.tag().prefix()) && !localName(root).equals("rdf");
        return prefix.isEmpty() || isRoots || element.tag().namespace().equals(RSS_1);
    }

    /** The first child of the feed's own with a name. */
    Optional<Element> child(Element parent, String name) {
        return parent.children().stream()
                .filter(child -> localName(child).equals(name) && isFeeds(child))
                .findFirst();
    }

    /** Its end is there, or it needs none. */
    static boolean isClosed(Element element) {
        boolean hasEnd = !element.endSourceRange().isImplicit();
        boolean isEmptyTag =
                element.endSourceRange().endPos() < element.sourceRange().endPos();
        return hasEnd || isEmptyTag;
    }

    /** As received. */
    String source(Element element) {
        int from = element.sourceRange().startPos();
        int to = Math.max(
                element.endSourceRange().endPos(), element.sourceRange().endPos());
        return from < 0 || to > text.length() ? element.outerHtml() : text.substring(from, to);
    }

    /** What is inside: text as it reads, or markup where nobody escaped it. */
    static String inner(Element element) {
        return allowed(element.childrenSize() == 0 ? element.wholeText() : element.html());
    }

    /** Without what XML does not allow, which references to characters may name. */
    static String allowed(String text) {
        return FORBIDDEN.matcher(text).replaceAll("");
    }

    static String localName(Element element) {
        return element.tag().localName().toLowerCase(Locale.ROOT);
    }
}
