package io.lumia.functions.newsapi.article;

import io.lumia.kernel.AppException;
import io.lumia.kernel.AsOf;
import io.lumia.kernel.ErrorCode;
import io.lumia.kernel.access.Scope;
import io.lumia.market.ArticleKind;
import io.lumia.news.ArticleType;
import io.lumia.platform.http.ApiAnswer;
import io.lumia.platform.http.Pagination;
import io.lumia.sentiment.ScoredArticles;
import io.lumia.web.access.Needs;
import io.lumia.web.asset.AssetReader;
import io.lumia.web.http.ApiRequest;
import io.lumia.web.http.Cached;
import io.lumia.web.http.Descriptions;
import io.lumia.web.http.Limits;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was written. */
@Needs(Scope.NEWS_READ)
@Controller("/api/v1/news")
@Tag(name = "news")
@Cached(Cached.FIVE_MINUTES)
final class ArticleController {

    private static final String ID = "UUID of the article.";
    private static final String JSON = "application/json";

    private final ScoredArticles articles;
    private final ArticleQuestions questions;
    private final AssetReader assets;
    private final LinkByHand linkByHand;

    ArticleController(ScoredArticles articles, ArticleQuestions questions, AssetReader assets, LinkByHand linkByHand) {
        this.articles = articles;
        this.questions = questions;
        this.assets = assets;
        this.linkByHand = linkByHand;
    }

    @Get
    @Operation(
            operationId = "searchNews",
            summary = "Find articles",
            description =
                    "Articles that match all filters. With q the best match first: all words must be there, \"in quotes\" one after the other, -word not at all; titles weigh more than bodies, and financial synonyms are found too (earnings, profit, results). Without q the newest first. With as_of only what had been collected by then.")
    ApiAnswer<List<ArticleView>> search(
            @Parameter(hidden = true) ApiRequest request,
            @QueryValue("q")
                    @Parameter(
                            description = "Words to find in title and body.",
                            schema = @Schema(type = "string", maxLength = Limits.MAX_TEXT_CHARACTERS))
                    @Nullable
                    String words,
            @QueryValue("assets")
                    @Parameter(
                            description = "Comma-separated ids or symbols, at most 20: about any of these.",
                            schema = @Schema(type = "string", maxLength = Limits.MAX_LIST_CHARACTERS))
                    @Nullable
                    String assetNames,
            @QueryValue("sources")
                    @Parameter(
                            description = "Comma-separated publishers, whatever the case of their letters, at most 20.",
                            schema = @Schema(type = "string", maxLength = Limits.MAX_LIST_CHARACTERS))
                    @Nullable
                    String sources,
            @QueryValue("types")
                    @Parameter(
                            description = "Comma-separated: news, analysis, earnings, announcement, filing, social.",
                            schema = @Schema(type = "string", maxLength = Limits.MAX_LIST_CHARACTERS))
                    @Nullable
                    String types,
            @QueryValue("kinds")
                    @Parameter(
                            description = "Comma-separated: news, social, filing.",
                            schema = @Schema(type = "string", maxLength = Limits.MAX_LIST_CHARACTERS))
                    @Nullable
                    String kinds,
            @QueryValue("min_score")
                    @Parameter(
                            description =
                                    "Smallest score, inclusive: of what the article says about the asset where one asset is asked for, else of the whole text. Articles whose score abstained have none.",
                            schema = @Schema(type = "number", minimum = "-1", maximum = "1"))
                    @Nullable
                    String minScore,
            @QueryValue("max_score")
                    @Parameter(
                            description = "Largest score, inclusive; as min_score.",
                            schema = @Schema(type = "number", minimum = "-1", maximum = "1"))
                    @Nullable
                    String maxScore,
            @QueryValue("min_confidence")
                    @Parameter(
                            description = "Smallest confidence of that score, inclusive; a fraction.",
                            schema = @Schema(type = "number", minimum = "0", maximum = "1"))
                    @Nullable
                    String minConfidence,
            @QueryValue("start")
                    @Parameter(
                            description = "First day of publication in UTC, YYYY-MM-DD, inclusive.",
                            schema = @Schema(type = "string", format = "date"))
                    @Nullable
                    String start,
            @QueryValue("end")
                    @Parameter(
                            description = "Last day of publication in UTC, YYYY-MM-DD, inclusive.",
                            schema = @Schema(type = "string", format = "date"))
                    @Nullable
                    String end,
            @QueryValue("as_of")
                    @Parameter(description = Descriptions.AS_OF, schema = @Schema(type = "string"))
                    @Nullable
                    String asOf,
            @QueryValue("page")
                    @Parameter(
                            description = "Page of the list, from 1.",
                            schema = @Schema(type = "integer", minimum = "1", defaultValue = "1"))
                    @Nullable
                    String page,
            @QueryValue("per_page")
                    @Parameter(
                            description = "Articles on a page.",
                            schema = @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "50"))
                    @Nullable
                    String perPage) {
        AsOf instant = request.asOf(asOf);
        ArticleQuestions.Asked asked = new ArticleQuestions.Asked(
                words,
                assetNames,
                sources,
                request.parsed("types", types, List.<ArticleType>of(), ArticleQuestions::types),
                request.parsed("kinds", kinds, List.<ArticleKind>of(), ArticleQuestions::kinds),
                ArticleQuestions.number(request, "min_score", minScore, -1),
                ArticleQuestions.number(request, "max_score", maxScore, -1),
                ArticleQuestions.number(request, "min_confidence", minConfidence, 0),
                request.date("start", start),
                request.date("end", end),
                request.whole("page", page, 1, 1, Limits.MAX_PAGE),
                request.whole("per_page", perPage, Pagination.DEFAULT_PER_PAGE, 1, Pagination.MAX_PER_PAGE));
        ScoredArticles.Question question = questions.question(request, asked, instant);
        request.verify();
        ScoredArticles.Page found = articles.search(question);
        return request.answer(
                found.found().stream()
                        .map(match -> ArticleView.of(match, words != null))
                        .toList(),
                instant,
                ArticleQuestions.warnings(question, found),
                Pagination.ofPages(question.page(), question.perPage(), found.totalItems()));
    }

    @Get("/{id}")
    @Operation(
            operationId = "getArticle",
            summary = "One article",
            description =
                    "With the assets that it is about, the words that say so, and its scores; with as_of the links of then, and a 404 where it had not been collected.")
    ApiAnswer<ArticleView> article(
            @Parameter(hidden = true) ApiRequest request,
            @PathVariable("id") @Parameter(description = ID) String id,
            @QueryValue("as_of")
                    @Parameter(description = Descriptions.AS_OF, schema = @Schema(type = "string"))
                    @Nullable
                    String asOf) {
        @Nullable UUID article = request.id("id", id);
        AsOf instant = request.asOf(asOf);
        request.verify();
        return request.answer(view(article, instant), instant, List.of());
    }

    @Post("/{id}/links")
    @Needs(Scope.COLLECTION_WRITE)
    @Operation(
            operationId = "linkArticle",
            summary = "Say what an article is about",
            description =
                    "A person's word outweighs every reading of the text, now and later; relevance 0 says that the article is not about the asset. The asset's sentiment follows.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(mediaType = JSON, schema = @Schema(implementation = LinkBody.class))))
    ApiAnswer<ArticleView> link(
            @Parameter(hidden = true) ApiRequest request, @PathVariable("id") @Parameter(description = ID) String id) {
        @Nullable UUID article = request.id("id", id);
        @Nullable LinkBody body = request.body(LinkBody.class);
        double relevance = body == null ? 1 : relevance(request, body.relevance());
        String note = request.note("note", body == null ? null : body.note());
        if (body != null) {
            request.idOrSymbol("asset", body.asset());
        }
        request.verify();
        if (article == null || body == null) {
            throw new IllegalStateException("what could not be read was refused above");
        }
        linkByHand.link(new LinkByHand.Order(
                article, assets.get(body.asset()), relevance, request.actor(), note, request.requestId()));
        return request.answer(view(article, request.asOf(null)));
    }

    private static double relevance(ApiRequest request, @Nullable Double given) {
        if (given != null && !(given >= 0 && given <= 1)) {
            request.refuse("relevance", "relevance is '%s'; allowed: a number from 0 to 1".formatted(given));
            return 1;
        }
        return given == null ? 1 : given;
    }

    private ArticleView view(@Nullable UUID id, AsOf asOf) {
        if (id == null) {
            throw new IllegalStateException("what could not be read was refused above");
        }
        return articles.find(id, asOf)
                .map(ArticleView::of)
                .orElseThrow(() -> new AppException(ErrorCode.NOT_FOUND, "no article '%s'".formatted(id)));
    }
}
