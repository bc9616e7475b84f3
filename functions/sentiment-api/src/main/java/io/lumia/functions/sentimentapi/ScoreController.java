package io.lumia.functions.sentimentapi;

import io.lumia.kernel.access.Scope;
import io.lumia.news.text.Languages;
import io.lumia.platform.http.ApiAnswer;
import io.lumia.sentiment.TextKind;
import io.lumia.sentiment.ensemble.ScoreRequest;
import io.lumia.sentiment.ensemble.SentimentScorer;
import io.lumia.sentiment.entity.EntityRequest;
import io.lumia.sentiment.entity.EntityScorer;
import io.lumia.sentiment.entity.EntityScores;
import io.lumia.sentiment.entity.NamedEntities;
import io.lumia.web.access.Needs;
import io.lumia.web.http.ApiRequest;
import io.lumia.web.http.Cached;
import io.lumia.web.http.ChangesNothing;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Scores texts that somebody sends. */
@Needs(Scope.SENTIMENT_SCORE)
@Controller("/api/v1/sentiment")
@Tag(name = "news")
@Cached(Cached.NEVER)
final class ScoreController {

    static final int MAX_TEXTS = 64;
    static final int MAX_TEXT_CHARACTERS = 10_000;
    static final int MAX_ENTITIES = 20;
    static final int MAX_ENTITY_CHARACTERS = 100;

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");

    private final SentimentScorer scorer;
    private final EntityScorer entityScorer;

    private final Languages languages;

    ScoreController(SentimentScorer scorer, Languages languages) {
        this.scorer = scorer;
        this.languages = languages;
        this.entityScorer = new EntityScorer(scorer);
    }

    @Post("/score")
    @ChangesNothing
    @Operation(
            operationId = "scoreTexts",
            summary = "Score texts",
            description =
                    "The score, the calibrated probabilities and the confidence of each text, and of what it says about each of the given names that is in it. Nothing is kept.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = ScoreBody.class))))
    ApiAnswer<ScoresView> score(@Parameter(hidden = true) ApiRequest request) {
        @Nullable ScoreBody body = request.body(ScoreBody.class);
        if (body != null) {
            check(request, body);
        }
        TextKind kind = request.parsed("kind", body == null ? null : body.kind(), TextKind.NEWS, TextKind::parse);
        request.verify();
        if (body == null) {
            throw new IllegalStateException("what could not be read was refused above");
        }
        List<String> names = body.entities() == null ? List.of() : body.entities();
        List<String> spoken = body.texts().stream()
                .map(text -> body.language() == null ? languages.guess(text) : body.language())
                .toList();
        List<EntityScores> scores = entityScorer.score(IntStream.range(0, spoken.size())
                .mapToObj(i -> entityRequest(body.texts().get(i), kind, spoken.get(i), names))
                .toList());
        return request.answer(new ScoresView(
                scorer.version(),
                IntStream.range(0, spoken.size())
                        .mapToObj(i -> ScoresView.TextView.of(spoken.get(i), scores.get(i)))
                        .toList()));
    }

    private static EntityRequest entityRequest(String text, TextKind kind, String language, List<String> names) {
        return new EntityRequest(new ScoreRequest(text, kind, language), NamedEntities.mentions(text, names));
    }

    private static void check(ApiRequest request, ScoreBody body) {
        refuseUnless(
                request,
                !body.texts().isEmpty() && body.texts().size() <= MAX_TEXTS,
                "texts",
                body.texts().size() + " texts",
                "1 to " + MAX_TEXTS);
        for (int i = 0; i < Math.min(body.texts().size(), MAX_TEXTS); i++) {
            int length = body.texts().get(i).length();
            refuseUnless(
                    request,
                    length <= MAX_TEXT_CHARACTERS,
                    "texts[%d]".formatted(i),
                    length + " characters",
                    "at most %,d".formatted(MAX_TEXT_CHARACTERS));
        }
        refuseUnless(request, !body.kind().isEmpty(), "kind", "empty", "news, social");
        @Nullable String language = body.language();
        refuseUnless(
                request,
                language == null || LANGUAGE.matcher(language).matches(),
                "language",
                language,
                "a language tag such as en");
        checkEntities(request, body.entities() == null ? List.of() : body.entities());
    }

    private static void checkEntities(ApiRequest request, List<String> entities) {
        refuseUnless(
                request,
                entities.size() <= MAX_ENTITIES,
                "entities",
                entities.size() + " names",
                "at most " + MAX_ENTITIES);
        for (int i = 0; i < Math.min(entities.size(), MAX_ENTITIES); i++) {
            String name = entities.get(i);
            refuseUnless(
                    request,
                    !name.isBlank() && name.length() <= MAX_ENTITY_CHARACTERS,
                    "entities[%d]".formatted(i),
                    name.length() + " characters",
                    "1 to %d, not all blank".formatted(MAX_ENTITY_CHARACTERS));
        }
    }

    private static void refuseUnless(
            ApiRequest request, boolean holds, String path, @Nullable Object value, String allowed) {
        if (!holds) {
            request.refuse(path, "%s is '%s'; allowed: %s".formatted(path, value, allowed));
        }
    }
}
