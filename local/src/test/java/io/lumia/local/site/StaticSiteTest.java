package io.lumia.local.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StaticSiteTest {

    private static final String INDEX = "<!doctype html><title>site</title>";

    @TempDir
    private Path temporary;

    private Path files;

    @BeforeEach
    void build() throws IOException {
        files = temporary.resolve("dist");
        Files.createDirectories(files.resolve("static"));
        Files.createDirectories(files.resolve(".vite"));
        Files.writeString(files.resolve("index.html"), INDEX);
        Files.writeString(files.resolve("static/index-a1b2.js"), "export {}");
        Files.writeString(files.resolve(".vite/manifest.json"), "{}");
        Files.writeString(temporary.resolve("secrets.json"), "secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/assets", "/assets/BRK.B", "/news/1", "/docsomething"})
    void showsTheIndexForEveryPage(String path) {
        APIGatewayProxyResponseEvent answer = get(path);

        assertThat(answer.getStatusCode()).isEqualTo(200);
        assertThat(text(answer)).isEqualTo(INDEX);
        assertThat(answer.getHeaders())
                .containsEntry("Content-Type", "text/html; charset=utf-8")
                .containsEntry("Cache-Control", "no-cache");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api", "/api/v1/assets", "/docs", "/.well-known/jwks.json", "/metrics"})
    void leavesThePathsOfTheApiToIt(String path) {
        assertThat(get(path).getBody()).isEqualTo("the API");
    }

    @Test
    void leavesWritingToTheApi() {
        assertThat(ask("POST", "/", Map.of()).getBody()).isEqualTo("the API");
    }

    @Test
    void letsHashedFilesBeKeptForEver() {
        APIGatewayProxyResponseEvent answer = get("/static/index-a1b2.js");

        assertThat(text(answer)).isEqualTo("export {}");
        assertThat(answer.getHeaders())
                .containsEntry("Content-Type", "text/javascript; charset=utf-8")
                .containsEntry("Cache-Control", "public, max-age=31536000, immutable");
    }

    @Test
    void saysThatAHashedFileIsMissingInsteadOfShowingAPage() {
        assertThat(get("/static/index-old.js").getStatusCode()).isEqualTo(404);
    }

    @Test
    void zipsTextForWhoTakesIt() throws IOException {
        String script = "export const number = 1\n".repeat(100);
        Files.writeString(files.resolve("static/long-c3d4.js"), script);

        APIGatewayProxyResponseEvent zipped =
                ask("GET", "/static/long-c3d4.js", Map.of("Accept-Encoding", "br, gzip;q=0.8"));
        APIGatewayProxyResponseEvent plain =
                ask("GET", "/static/long-c3d4.js", Map.of("Accept-Encoding", "br, gzip;q=0"));

        byte[] body = Base64.getDecoder().decode(zipped.getBody());
        assertThat(body).hasSizeLessThan(200);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes())
                .isEqualTo(script.getBytes(StandardCharsets.UTF_8));
        assertThat(zipped.getHeaders())
                .containsEntry("Content-Encoding", "gzip")
                .containsEntry("Vary", "Accept-Encoding");
        assertThat(text(plain)).isEqualTo(script);
        assertThat(plain.getHeaders())
                .doesNotContainKey("Content-Encoding")
                .containsEntry("Vary", "Accept-Encoding")
                .doesNotContainEntry("ETag", zipped.getHeaders().get("ETag"));
    }

    @Test
    void answersNothingNewToWhoHasTheFile() {
        String tag = get("/").getHeaders().get("ETag");

        assertThat(ask("GET", "/", Map.of("if-none-match", "\"other\", " + tag)).getStatusCode())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../secrets.json",
                "/static/../../secrets.json",
                "/.vite/manifest.json",
                "/%2e%2e/secrets.json",
                "//etc/passwd"
            })
    void handsOutNothingOutsideItsFolderAndNothingHidden(String path) {
        APIGatewayProxyResponseEvent answer = get(path);

        assertThat(answer.getStatusCode()).isIn(200, 404);
        if (answer.getStatusCode() == 200) {
            assertThat(text(answer)).isEqualTo(INDEX);
        }
    }

    @Test
    void handsOutNothingThroughALinkThatLeadsOutside() throws IOException {
        Files.createSymbolicLink(files.resolve("link.json"), temporary.resolve("secrets.json"));

        assertThat(text(get("/link.json"))).isEqualTo(INDEX);
    }

    @Test
    void allowsNothingInline() {
        assertThat(get("/").getHeaders().get("Content-Security-Policy"))
                .contains("script-src 'self'; style-src 'self'")
                .doesNotContain("unsafe");
    }

    @Test
    void namesTheCommandWhereNothingIsBuilt() throws IOException {
        Files.delete(files.resolve("index.html"));

        APIGatewayProxyResponseEvent answer = get("/assets");

        assertThat(answer.getStatusCode()).isEqualTo(503);
        assertThat(answer.getBody()).contains("mvn -q -pl static-site package");
    }

    private APIGatewayProxyResponseEvent get(String path) {
        return ask("GET", path, Map.of());
    }

    private APIGatewayProxyResponseEvent ask(String method, String path, Map<String, String> headers) {
        APIGatewayProxyRequestEvent event = new APIGatewayProxyRequestEvent();
        event.setHttpMethod(method);
        event.setPath(path);
        event.setHeaders(headers);
        return new StaticSite(files)
                .before(_ ->
                        new APIGatewayProxyResponseEvent().withStatusCode(200).withBody("the API"))
                .apply(event);
    }

    private static String text(APIGatewayProxyResponseEvent answer) {
        return new String(Base64.getDecoder().decode(answer.getBody()), StandardCharsets.UTF_8);
    }
}
