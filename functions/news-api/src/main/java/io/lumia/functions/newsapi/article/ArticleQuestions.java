package io.lumia.functions.newsapi.article;

import io.lumia.kernel.AppException;
import io.lumia.kernel.AsOf;
import io.lumia.market.ArticleKind;
import io.lumia.news.ArticleType;
import io.lumia.sentiment.ScoredArticles;
import io.lumia.sentiment.SearchWords;
import io.lumia.web.asset.AssetReader;
import io.lumia.web.http.ApiRequest;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** From the parameters of a search to its question. */
@Singleton
final class ArticleQuestions {

    private static final int MAX_NAMES = 20;
    private static final Pattern NUMBER = Pattern.compile("-?\\d(\\.\\d{1,9})?");

    private final AssetReader assets;
    private final SearchWords searchWords = SearchWords.builtIn();

    ArticleQuestions(AssetReader assets) {
        this.assets = assets;
    }

    /** Parameters as far as they can be read one by one. */
    record Asked(
            @Nullable String words,
            @Nullable String assets,
            @Nullable String sources,
            List<ArticleType> types,
            List<ArticleKind> kinds,
            @Nullable Double minScore,
            @Nullable Double maxScore,
            @Nullable Double minConfidence,
            @Nullable LocalDate start,
            @Nullable LocalDate end,
            int page,
            int perPage) {}

    /** Notes what is wrong; fails with NOT_FOUND for an asset that nobody knows. */
    ScoredArticles.Question question(ApiRequest request, Asked asked, AsOf asOf) {
        request.inOrder("start", asked.start(), "end", asked.end());
        request.parsedOrNull("q", asked.words(), searchWords::query);
        if (asked.minScore() != null && asked.maxScore() != null && asked.minScore() > asked.maxScore()) {
            request.refuse("min_score", "min_score is above max_score; allowed: at most as large");
        }
        List<String> names = names(request, "assets", asked.assets());
        names.forEach(name -> request.idOrSymbol("assets", name));
        List<String> publishers = names(request, "sources", asked.sources());
        request.verify();
        return new ScoredArticles.Question(
                asked.words(),
                names.stream().map(name -> assets.get(name).key()).distinct().toList(),
                publishers,
                asked.types(),
                asked.kinds(),
                asked.minScore(),
                asked.maxScore(),
                asked.minConfidence(),
                begin(asked.start()),
                begin(asked.end() == null ? null : asked.end().plusDays(1)),
                asOf,
                asked.page(),
                asked.perPage());
    }

    /** Of many matches only the newest are ranked, and not all are counted, which the reader must know. */
    static List<String> warnings(ScoredArticles.Question question, ScoredArticles.Page found) {
        String counted = "%s%,d articles match".formatted(found.more() ? "more than " : "", found.totalItems());
        if (question.words() != null && found.totalItems() > ScoredArticles.MAX_RANKED) {
            return List.of(
                    counted + "; the newest %,d of them are ranked and shown".formatted(ScoredArticles.MAX_RANKED));
        }
        return found.more() ? List.of(counted + "; total_items and total_pages count no further") : List.of();
    }

    static List<ArticleType> types(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(name -> ArticleType.parse(name.strip()))
                .distinct()
                .toList();
    }

    static List<ArticleKind> kinds(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(name -> ArticleKind.parse(name.strip()))
                .distinct()
                .toList();
    }

    /** A number from {@code least} to 1. */
    static @Nullable Double number(ApiRequest request, String parameter, @Nullable String value, int least) {
        return request.parsedOrNull(parameter, value, text -> {
            double number = NUMBER.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
            if (!(number >= least && number <= 1)) {
                throw AppException.invalid(parameter, text, "a number from %d to 1, such as 0.25".formatted(least));
            }
            return number;
        });
    }

    private static List<String> names(ApiRequest request, String parameter, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return List.of();
        }
        List<String> names = Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        if (names.size() > MAX_NAMES) {
            request.refuse(
                    parameter, "%s has %d names; allowed: at most %d".formatted(parameter, names.size(), MAX_NAMES));
        }
        return names;
    }

    private static @Nullable Instant begin(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
