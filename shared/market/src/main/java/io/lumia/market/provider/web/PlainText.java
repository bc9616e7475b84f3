package io.lumia.market.provider.web;

import io.lumia.kernel.AppException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * Texts as a person reads them: without markup, entities decoded, blanks collapsed, without control characters and halves of
 * surrogate pairs, which no database takes.
 */
public final class PlainText {

    /** Longer than a page of any newspaper; a text beyond it is refused, never cut. */
    public static final int MAX_CHARACTERS = 1_000_000;

    /** HTML that somebody escaped once more on its way into a feed. */
    private static final int MAX_PASSES = 2;

    /** A tag that is one: {@code Q1<Q2, 3>2} is not. */
    private static final Pattern TAG = Pattern.compile(
            "<!--|</?(?i:a|abbr|article|b|big|blockquote|body|br|center|cite|code|dd|del|div|dl|dt|em|embed|figcaption|figure"
                    + "|font|footer|h[1-6]|head|header|hr|html|i|iframe|img|ins|li|link|main|mark|meta|ol|p|picture|pre|q|s"
                    + "|script|section|small|source|span|strike|strong|style|sub|sup|table|tbody|td|tfoot|th|thead|time|tr|tt"
                    + "|u|ul|video)(?:\\s[^<>]*)?/?>");

    private static final Pattern ENTITY =
            Pattern.compile("&(?:#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final String UNSEEN = "script, style, noscript, template, iframe, svg, head";
    private static final Set<String> CELLS = Set.of("td", "th");
    private static final Set<String> OWN_LINE = Set.of(
            "p",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "blockquote",
            "pre",
            "section",
            "article",
            "figure",
            "ul",
            "ol",
            "table",
            "div",
            "li",
            "tr",
            "dt",
            "dd",
            "hr",
            "header",
            "footer");

    private PlainText() {}

    /**
     * Of HTML, or of a text that may hold some. Paragraphs and line breaks become lines.
     * Fails with INVALID_INPUT for a text of more than {@link #MAX_CHARACTERS}.
     */
    public static String of(String html) {
        String text = bounded(html);
        for (int pass = 0; pass < MAX_PASSES; pass++) {
            text = TAG.matcher(text).find() ? withoutTags(text) : entities(text);
        }
        return cleaned(entities(text));
    }

    /** The same on one line. */
    public static String line(String html) {
        return oneLine(of(html));
    }

    /** Of a text that is escaped but has no markup: {@code S&amp;P} is {@code S&P}, and {@code <b>} is what somebody wrote. */
    public static String decoded(String escaped) {
        return cleaned(entities(bounded(escaped)));
    }

    /** The same words on one line. */
    public static String oneLine(String text) {
        return BLANKS.matcher(text).replaceAll(" ").strip();
    }

    private static String bounded(String text) {
        if (text.length() > MAX_CHARACTERS) {
            throw AppException.invalid(
                    "text", "%,d characters".formatted(text.length()), "at most %,d".formatted(MAX_CHARACTERS));
        }
        return text;
    }

    /** Only what ends with a semicolon: {@code R&D} and {@code buy&hold} are no entities. */
    private static String entities(String text) {
        return ENTITY.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(Parser.unescapeEntities(found.group(), false)));
    }

    private static String withoutTags(String html) {
        Document document = Jsoup.parse(html);
        document.select(UNSEEN).remove();
        StringBuilder text = new StringBuilder();
        NodeTraversor.traverse(new Lines(text), document);
        return text.toString();
    }

    private record Lines(StringBuilder text) implements NodeVisitor {

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
                text.append(BLANKS.matcher(words.getWholeText()).replaceAll(" "));
            } else if (node.normalName().equals("br")) {
                text.append('\n');
            } else if (CELLS.contains(node.normalName())) {
                text.append(' ');
            } else {
                end(node);
            }
        }

        @Override
        public void tail(Node node, int depth) {
            end(node);
        }

        private void end(Node node) {
            boolean isBegun = !text.isEmpty() && text.charAt(text.length() - 1) != '\n';
            if (OWN_LINE.contains(node.normalName()) && isBegun) {
                text.append('\n');
            }
        }
    }

    private static String cleaned(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.replace("\r\n", "\n").replace('\r', '\n').codePoints().forEach(point -> {
            int type = Character.getType(point);
            if (point == '\n' || point == '\t') {
                clean.append(point == '\n' ? '\n' : ' ');
            } else if (type != Character.CONTROL && type != Character.SURROGATE) {
                clean.appendCodePoint(point);
            }
        });
        return withoutBlanks(clean.toString());
    }

    /** Line by line, since a pattern over many lines may need a deep stack. No line stays empty. */
    private static String withoutBlanks(String text) {
        StringBuilder lines = new StringBuilder(text.length());
        for (String line : text.split("\n")) {
            String words = oneLine(line);
            if (!words.isEmpty()) {
                lines.append(lines.isEmpty() ? "" : "\n").append(words);
            }
        }
        return lines.toString();
    }
}
