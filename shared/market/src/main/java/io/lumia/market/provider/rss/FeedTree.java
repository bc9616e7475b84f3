package io.lumia.market.provider.rss;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jdom2.Document;
import org.jdom2.Namespace;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/**
 * Hands a feed to rome, which knows how the versions of RSS and Atom say the same thing. Only what we read of it, so that an
 * extension that rome does not understand costs nobody the feed; and under the version that it should have named.
 */
final class FeedTree {

    private static final Namespace ATOM_1 = Namespace.getNamespace("http://www.w3.org/2005/Atom");
    private static final Namespace ATOM_03 = Namespace.getNamespace("http://purl.org/atom/ns#");
    private static final Namespace RSS_1 = Namespace.getNamespace(FeedXml.RSS_1);
    private static final Namespace RDF = Namespace.getNamespace("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
    private static final Namespace CONTENT =
            Namespace.getNamespace("content", "http://purl.org/rss/1.0/modules/content/");

    private static final Set<String> OLD_RSS = Set.of("0.91", "0.92", "0.93", "0.94");
    private static final Set<String> READ =
            Set.of("title", "link", "description", "guid", "id", "summary", "content", "subtitle", "tagline");
    private static final Set<String> ATTRIBUTES = Set.of("rel", "href", "type", "ispermalink");
    private static final Map<String, String> ATTRIBUTE_CASE = Map.of("ispermalink", "isPermaLink");

    private final FeedXml xml;
    private final FeedLinks links;
    private final Namespace own;

    private FeedTree(FeedXml xml) {
        this.xml = xml;
        this.links = new FeedLinks(xml);
        this.own = namespace(xml);
    }

    private static Namespace namespace(FeedXml xml) {
        return switch (FeedXml.localName(xml.root())) {
            case "feed" -> xml.root().tag().namespace().equals(ATOM_03.getURI()) ? ATOM_03 : ATOM_1;
            // 0.90 says the same in another namespace.
            case "rdf" -> RSS_1;
            default -> Namespace.NO_NAMESPACE;
        };
    }

    /** As many entries as there are items, in the same order. Fails with FeedException where rome does. */
    static SyndFeed read(FeedXml xml, List<Element> items) throws FeedException {
        SyndFeed feed = new SyndFeedInput().build(new FeedTree(xml).document(items));
        List<SyndEntry> entries = feed.getEntries();
        if (entries.size() != items.size()) {
            throw new FeedException("rome reads %d of %d items".formatted(entries.size(), items.size()));
        }
        return feed;
    }

    private Document document(List<Element> items) {
        String name = FeedXml.localName(xml.root());
        org.jdom2.Element root =
                name.equals("rdf") ? new org.jdom2.Element("RDF", RDF) : new org.jdom2.Element(name, own);
        org.jdom2.Element head = name.equals("feed") ? root : new org.jdom2.Element("channel", own);
        String version = xml.root().attr("version");
        if (name.equals("rss")) {
            root.setAttribute("version", OLD_RSS.contains(version) ? version : "2.0");
        } else if (own.equals(ATOM_03)) {
            root.setAttribute("version", "0.3");
        }
        if (head != root) {
            root.addContent(head);
        }
        copyChildren(xml.head(), head);
        org.jdom2.Element parent = name.equals("rss") ? head : root;
        for (Element item : items) {
            org.jdom2.Element copy = new org.jdom2.Element(FeedXml.localName(item), own);
            copyChildren(item, copy);
            parent.addContent(copy);
        }
        return new Document(root);
    }

    private void copyChildren(Element from, org.jdom2.Element to) {
        for (Element child : from.children()) {
            String name = FeedXml.localName(child);
            if (name.equals("encoded") && isContentModule(child)) {
                to.addContent(leaf(child, "encoded", CONTENT));
            } else if (READ.contains(name) && xml.isFeeds(child) && !isForeignLink(child, name)) {
                to.addContent(leaf(child, name, own));
            }
        }
    }

    private static boolean isContentModule(Element element) {
        return element.tag().namespace().equals(CONTENT.getURI())
                || element.tag().prefix().equals("content");
    }

    /** Atom's link in an RSS feed has no text. */
    private boolean isForeignLink(Element element, String name) {
        return name.equals("link") && !isAtom() && element.wholeText().isBlank();
    }

    private boolean isAtom() {
        return own.equals(ATOM_1) || own.equals(ATOM_03);
    }

    private org.jdom2.Element leaf(Element from, String name, Namespace namespace) {
        org.jdom2.Element leaf = new org.jdom2.Element(name, namespace);
        for (Attribute attribute : from.attributes()) {
            String key = attribute.getKey().toLowerCase(Locale.ROOT);
            if (ATTRIBUTES.contains(key)) {
                String value = FeedXml.allowed(attribute.getValue());
                leaf.setAttribute(
                        ATTRIBUTE_CASE.getOrDefault(key, key),
                        key.equals("href") ? links.absolute(from, value) : value);
            }
        }
        if (isAtom() && !name.equals("link")) {
            // Whoever reads the text finds out what it is.
            leaf.removeAttribute("type");
            leaf.setAttribute(own.equals(ATOM_03) ? "mode" : "type", own.equals(ATOM_03) ? "escaped" : "html");
        }
        String text = FeedXml.inner(from);
        return leaf.setText(name.equals("link") ? links.absolute(from, text) : text);
    }
}
