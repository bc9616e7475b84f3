package io.lumia.functions.marketapi.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.functions.marketapi.ApiUnderTest;
import io.lumia.web.testing.ApiCalls.Answer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DocumentPageTest {

    private static final ApiUnderTest API = ApiUnderTest.shared();

    @Test
    void describesEveryRoute() {
        String page = API.get("/docs").body();

        assertThat(page)
                .startsWith("<!doctype html>")
                .contains("/api/v1/assets/{id}/prices", "/api/v1/signals/{asset_id}");
        assertThat(page).contains("&quot;close&quot; : 92.2242857143", "1 to 200");
    }

    @Test
    void loadsNothingFromElsewhereAndRunsNothing() {
        String page = API.get("/docs").body();

        assertThat(page)
                .doesNotContain("<script", "<img", "<link", "<iframe", "javascript:", " src=", "@import", "url(");
        assertThat(Pattern.compile("href=\"([^\"]*)\"").matcher(page).results().map(link -> link.group(1)))
                .isNotEmpty()
                .allMatch(link -> link.startsWith("#") || link.startsWith("/") && !link.startsWith("//"));
    }

    @Test
    void allowsItsOwnStyleOnly() throws Exception {
        Answer answer = API.get("/docs");
        Matcher style = Pattern.compile("<style>(.*)</style>", Pattern.DOTALL).matcher(answer.body());
        assertThat(style.find()).isTrue();
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(style.group(1).getBytes(StandardCharsets.UTF_8));

        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'none'", "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
    }
}
