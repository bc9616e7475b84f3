package io.lumia.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.platform.http.ApiAnswer;
import io.lumia.testing.EmbeddedDatabase;
import io.lumia.web.access.OpenToAll;
import io.lumia.web.document.OpenApiDocument;
import io.lumia.web.document.Trees;
import io.lumia.web.testing.ApiCalls;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.json.JsonMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class RetiringTest {

    private static final String SINCE = "@1798761600";
    private static final String SUNSET = "Thu, 01 Jul 2027 00:00:00 GMT";

    private static final Api API = new Api();

    @AfterAll
    static void close() {
        API.context().close();
    }

    @Test
    void everyAnswerOfARetiringRouteSaysSinceWhenAndUntilWhen() {
        for (ApiCalls.Answer answer : List.of(API.get("/retiring/old"), API.get("/retiring/old?colour=red"))) {
            assertThat(answer.header("Deprecation")).isEqualTo(SINCE);
            assertThat(answer.header("Sunset")).isEqualTo(SUNSET);
        }
        assertThat(API.get("/retiring/old").status()).isEqualTo(200);
        assertThat(API.get("/retiring/old?colour=red").status()).isEqualTo(400);
    }

    @Test
    void noOtherAnswerDoes() {
        for (ApiCalls.Answer answer : List.of(API.get("/retiring/new"), API.get("/retiring/none"))) {
            assertThat(answer.header("Deprecation")).isNull();
            assertThat(answer.header("Sunset")).isNull();
        }
    }

    @Test
    void aPageOfAnotherOriginMayReadThem() {
        assertThat(API.get("/retiring/old", Map.of("Origin", "https://partner.example"))
                        .header("Access-Control-Expose-Headers"))
                .contains("Deprecation", "Sunset");
    }

    @Test
    void theDocumentNamesTheHeadersOfADeprecatedOperationAlone() {
        Map<String, Object> document = OpenApiDocument.ofFunction(API.bean(JsonMapper.class), "retiring")
                .tree();

        assertThat(headers(document, "/retiring/old")).contains("Deprecation", "Sunset");
        assertThat(headers(document, "/retiring/new")).doesNotContain("Deprecation", "Sunset");
        assertThat(Trees.map(Trees.map(document, "components"), "headers")).containsKeys("Deprecation", "Sunset");
    }

    private static Iterable<String> headers(Map<String, Object> document, String path) {
        Map<String, Object> operation = Trees.map(Trees.map(Trees.map(document, "paths"), path), "get");
        return Trees.map(Trees.map(Trees.map(operation, "responses"), "200"), "headers")
                .keySet();
    }

    /** The edge that all functions share, around the controller below. */
    private static final class Api extends ApiCalls {

        Api() {
            this(ApplicationContext.builder()
                    .properties(EmbeddedDatabase.fresh().properties())
                    .properties(Map.of("retiring.tested", "true"))
                    .start());
        }

        private Api(ApplicationContext context) {
            super(context, new ApiHandler(context) {});
        }
    }

    /** One route that goes away and one that stays. */
    @Requires(property = "retiring.tested")
    @OpenToAll("a test")
    @Controller("/retiring")
    static final class RetiringController {

        @Get("/old")
        @Retiring(since = "2027-01-01", sunset = "2027-07-01")
        ApiAnswer<String> old(ApiRequest request) {
            request.verify();
            return request.answer("old");
        }

        @Get("/new")
        ApiAnswer<String> current(ApiRequest request) {
            request.verify();
            return request.answer("new");
        }
    }
}
