package io.lumia.local.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.local.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The laptop's headers and CloudFront's are written in two places, since neither program has the other's class path. */
final class SiteHeadersTest {

    private static final Path TEMPLATE = Path.of("../infra-cdk/src/test/resources/golden/lean/site.json");

    @Test
    void areThoseOfTheCloudButForWhatNeedsTls() throws IOException {
        JsonNode policy = Json.tree(Files.readString(TEMPLATE)).findValue("ResponseHeadersPolicyConfig");
        JsonNode security = policy.path("SecurityHeadersConfig");
        Map<String, String> cloud = new HashMap<>();
        policy.at("/CustomHeadersConfig/Items")
                .forEach(header -> cloud.put(
                        header.path("Header").asText(), header.path("Value").asText()));
        cloud.put("X-Frame-Options", security.at("/FrameOptions/FrameOption").asText());
        cloud.put(
                "Referrer-Policy", security.at("/ReferrerPolicy/ReferrerPolicy").asText());
        cloud.put("X-Content-Type-Options", security.has("ContentTypeOptions") ? "nosniff" : "");
        cloud.put(
                "Content-Security-Policy",
                security.at("/ContentSecurityPolicy/ContentSecurityPolicy")
                        .asText()
                        .replaceFirst("connect-src 'self' https://[^;]+;", "connect-src 'self';")
                        .replace("; upgrade-insecure-requests", ""));

        assertThat(SiteHeaders.ALL).isEqualTo(cloud);
    }
}
