package io.lumia.market.provider.stocktwits;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.lumia.kernel.AppException;
import io.lumia.market.ArticleKind;
import io.lumia.market.Published;
import io.lumia.market.ReceivedArticle;
import io.lumia.market.provider.ProviderAnswer.EmptyConfirmed;
import io.lumia.market.provider.web.PageKind;
import io.lumia.market.provider.web.PlainText;
import io.lumia.market.provider.web.ReadContext;
import io.lumia.market.provider.web.Reading;
import io.lumia.market.provider.web.RowText;
import io.lumia.market.provider.web.TextRows;
import io.lumia.market.provider.web.TextTimes;
import io.lumia.market.provider.web.WebCall;
import io.lumia.market.provider.web.WebJson;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Posts of a symbol's stream: the live answer, its {@code messages} alone, a bare list, or one post a line. The author's mood
 * ({@code entities.sentiment}) is mostly not given and not read. Reposted posts ({@code reshare_message}) are other posts.
 */
final class StreamReader {

    /** Thirty posts each. */
    static final int MAX_PAGES = 3;

    private static final int MAX_LINES = 100_000;
    private static final Pattern ID = Pattern.compile("\\d{1,19}");

    /** What is shown of a post: nothing of who wrote it or of whom it speaks to. */
    private static final List<String> SHOWN = List.of("id", "body", "created_at");

    private final ReadContext context;
    private final TextRows rows;
    private boolean isAboutSymbol;
    private boolean isAboutOthers;

    private StreamReader(ReadContext context) {
        this.context = context;
        this.rows = new TextRows(context);
    }

    /** The posts of a text with a document a line; empty where it is none, or its last line is cut. */
    static Optional<JsonNode> lines(String text) {
        List<String> lines = text.lines()
                .filter(line -> !line.isBlank())
                .limit(MAX_LINES + 1L)
                .toList();
        if (lines.size() < 2 || lines.size() > MAX_LINES) {
            return Optional.empty();
        }
        ArrayNode posts = JsonNodeFactory.instance.arrayNode();
        for (String line : lines) {
            Optional<JsonNode> post = WebJson.parse(line);
            if (post.isEmpty() || !post.get().isObject()) {
                return Optional.empty();
            }
            JsonNode page = post.get().path("messages");
            if (page.isArray()) {
                page.forEach(posts::add);
            } else {
                posts.add(post.get());
            }
        }
        return Optional.of(posts);
    }

    static Reading read(ReadContext context, JsonNode json) {
        JsonNode posts = json.isArray() ? json : json.path("messages");
        if (!posts.isArray()) {
            return Reading.schemaChanged("no list of messages");
        }
        Optional<String> other = otherSymbol(context, json.path("symbol"));
        if (other.isPresent()) {
            return Reading.schemaChanged("asked for %s, answered about %s".formatted(context.symbol(), other.get()));
        }
        if (posts.isEmpty()) {
            return Reading.none(new EmptyConfirmed("the stream has no posts"));
        }
        return new StreamReader(context).posts(posts, json.path("cursor"));
    }

    private static Optional<String> otherSymbol(ReadContext context, JsonNode symbol) {
        if (context.symbol().isEmpty() || !symbol.isObject()) {
            return Optional.empty();
        }
        String asked = StockTwitsSymbols.spell(context.symbol()).orElse(context.symbol());
        String answered = symbol.path("symbol").asText("");
        boolean isSame = answered.isEmpty() || answered.equalsIgnoreCase(asked);
        return isSame ? Optional.empty() : Optional.of(answered);
    }

    private Reading posts(JsonNode posts, JsonNode cursor) {
        for (int i = 0; i < posts.size(); i++) {
            JsonNode post = posts.get(i);
            rows.add(i + 1L, TextRows.only(post, SHOWN), () -> post(post));
        }
        return isAboutOthers && !isAboutSymbol
                ? Reading.schemaChanged("no post is about " + context.symbol())
                : rows.reading(more(cursor));
    }

    private ReceivedArticle post(JsonNode post) {
        String id = TextRows.text(post, "id").strip();
        if (!ID.matcher(id).matches()) {
            throw AppException.invalid("id", RowText.shown(id), "a number");
        }
        String text = PlainText.oneLine(PlainText.decoded(TextRows.text(post, "body")));
        return new ReceivedArticle(
                id,
                ArticleKind.SOCIAL,
                "stocktwits.com",
                text,
                "",
                "https://stocktwits.com/message/" + id,
                "",
                Published.at(TextTimes.iso("created_at", TextRows.text(post, "created_at"))),
                symbols(post.path("symbols")));
    }

    /** A post without a list of symbols is in the stream of the one asked for. */
    private List<String> symbols(JsonNode given) {
        Set<String> symbols = new LinkedHashSet<>();
        for (JsonNode symbol : given) {
            StockTwitsSymbols.ours(
                            symbol.path("symbol").asText(""),
                            symbol.path("exchange").asText(""))
                    .ifPresent(symbols::add);
        }
        if (!context.symbol().isEmpty()) {
            boolean isNamed = symbols.isEmpty() || symbols.contains(context.symbol());
            isAboutSymbol |= isNamed;
            isAboutOthers |= !isNamed;
            if (symbols.isEmpty()) {
                symbols.add(context.symbol());
            }
        }
        return List.copyOf(symbols);
    }

    /** Older posts, while they are wanted; the stream of a symbol that everybody speaks of never ends. */
    private List<WebCall> more(JsonNode cursor) {
        PageKind kind = PageKind.parse(context.kind());
        LocalDate oldest = rows.oldest();
        LocalDate from = context.from();
        boolean isWanted = from != null && oldest != null && !oldest.isBefore(from);
        boolean isThere =
                cursor.path("more").asBoolean(false) && cursor.path("max").isIntegralNumber();
        if (!isWanted
                || !isThere
                || kind.page() >= MAX_PAGES
                || context.symbol().isEmpty()) {
            return List.of();
        }
        List<WebCall> calls = new ArrayList<>();
        StockTwitsAdapter.call(StockTwitsAdapter.HOME, kind.next().toString(), context.symbol())
                .map(call -> WebCall.of(
                        call.kind(),
                        call.address() + "?max=" + cursor.path("max").asText(),
                        call.symbol()))
                .ifPresent(calls::add);
        return calls;
    }
}
