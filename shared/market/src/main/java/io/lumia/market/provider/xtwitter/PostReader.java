package io.lumia.market.provider.xtwitter;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.kernel.AppException;
import io.lumia.kernel.Symbol;
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
import io.lumia.market.provider.web.WebStatus;
import io.lumia.platform.web.WebResponse;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Posts of a search or of a user. Those that come without a time have it in their number. */
final class PostReader {

    /** A hundred posts each. */
    static final int MAX_PAGES = 3;

    /** Milliseconds of the epoch from which X counts in its numbers: 2010-11-04T01:42:54.657Z. */
    private static final long EPOCH_MILLIS = 1_288_834_974_657L;

    /** Below the milliseconds a number holds 22 bits of machine and sequence. */
    private static final int BITS_BELOW_TIME = 22;

    /** Earlier posts were numbered one by one, which says nothing of their time. */
    private static final long FIRST_WITH_TIME = 29_700_859_247L;

    private static final Pattern ID = Pattern.compile("\\d{1,19}");
    private static final Set<String> ISO = Set.of(Locale.getISOLanguages());

    /** X has kept some codes that ISO has withdrawn. */
    private static final Map<String, String> WITHDRAWN = Map.of("in", "id", "iw", "he", "ji", "yi");

    private static final List<String> SHOWN = List.of("id", "text", "created_at", "lang");

    private PostReader() {}

    static Reading read(ReadContext context, JsonNode json, WebResponse response) {
        JsonNode posts = json.path("data");
        if (posts.isMissingNode() && json.path("meta").path("result_count").asInt(-1) == 0) {
            return Reading.none(new EmptyConfirmed("no posts for the query"));
        }
        if (!posts.isArray() || posts.isEmpty() || !posts.get(0).has("text")) {
            return Reading.schemaChanged("no list of posts; " + WebStatus.seen(response));
        }
        TextRows rows = new TextRows(context);
        for (int i = 0; i < posts.size(); i++) {
            JsonNode post = posts.get(i);
            rows.add(i + 1L, TextRows.only(post, SHOWN), () -> post(post));
        }
        return rows.reading(more(context, json.path("meta").path("next_token").asText("")));
    }

    private static ReceivedArticle post(JsonNode post) {
        String id = TextRows.text(post, "id").strip();
        if (!ID.matcher(id).matches()) {
            throw AppException.invalid("id", RowText.shown(id), "a number");
        }
        return new ReceivedArticle(
                id,
                ArticleKind.SOCIAL,
                "x.com",
                PlainText.oneLine(PlainText.decoded(text(post))),
                "",
                "https://x.com/i/web/status/" + id,
                language(TextRows.text(post, "lang")),
                Published.at(time(id, TextRows.text(post, "created_at"))),
                symbols(post.path("entities").path("cashtags")));
    }

    /** A long post has its beginning in {@code text} and all of it in {@code note_tweet}. */
    private static String text(JsonNode post) {
        String whole = TextRows.text(post.path("note_tweet"), "text");
        return whole.isEmpty() ? TextRows.text(post, "text") : whole;
    }

    static Instant time(String id, String createdAt) {
        if (!createdAt.isBlank()) {
            return TextTimes.iso("created_at", createdAt);
        }
        long number = Long.parseLong(id);
        if (number < FIRST_WITH_TIME) {
            throw AppException.invalid("id", id, "at least %d where there is no created_at".formatted(FIRST_WITH_TIME));
        }
        return TextTimes.plausible("id", id, Instant.ofEpochMilli((number >> BITS_BELOW_TIME) + EPOCH_MILLIS));
    }

    /** X has words for "no language": {@code und}, {@code zxx}, {@code qme}. */
    private static String language(String code) {
        String lower = code.strip().toLowerCase(Locale.ROOT);
        String primary = lower.contains("-") ? lower.substring(0, lower.indexOf('-')) : lower;
        String current = WITHDRAWN.getOrDefault(primary, primary);
        return current.length() == 2 && ISO.contains(current) ? current : "";
    }

    private static List<String> symbols(JsonNode cashtags) {
        Set<String> symbols = new LinkedHashSet<>();
        for (JsonNode cashtag : cashtags) {
            String tag = cashtag.path("tag").asText("").strip().toUpperCase(Locale.ROOT);
            Optional.of(tag).filter(Symbol::isValid).ifPresent(symbols::add);
        }
        return List.copyOf(symbols);
    }

    /** Only a search of which we know what it was: nobody can page on without the question. */
    private static List<WebCall> more(ReadContext context, String token) {
        PageKind kind = PageKind.parse(context.kind());
        boolean isSearch = kind.kind().equals(XAdapter.SEARCH);
        if (token.isEmpty() || !isSearch || context.from() == null || kind.page() >= MAX_PAGES) {
            return List.of();
        }
        return XAdapter.nextPage(context, kind.next(), token).stream().toList();
    }
}
