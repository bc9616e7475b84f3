package io.lumia.market.provider.rss;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedLocationTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fed",
                "ecb",
                "sec",
                "yahoo",
                "https://example.org/feed",
                "https://Example.org:8443/feed.xml?a=b&c={symbol}",
                "https://example.org/{symbol}/feed",
                "https://news.xn--p1ai/feed",
                "http://127.0.0.1:8080/feed",
                "http://localhost:8080/feed?s={symbol}",
            })
    void allows(String location) {
        assertThat(FeedLocation.RULE.allows(location)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " fed",
                "FED",
                "reuters",
                "http://example.org/feed",
                "ftp://example.org/feed",
                "file:///etc/passwd",
                "//example.org/feed",
                "https:///feed",
                "https://user@example.org/feed",
                "https://user:secret@example.org/feed",
                "https://example.org/feed#top",
                "https://exa mple.org/feed",
                "https://{symbol}.example.org/feed",
                "https://example.org{symbol}/feed",
                "https://example.org?{symbol}",
                "https://example.org/{other}",
                "https://10.0.0.1/feed",
                "https://192.168.1.1/feed",
                "https://169.254.169.254/latest/meta-data",
                "https://127.0.0.1/feed",
                "https://8.8.8.8/feed",
                "https://2130706433/feed",
                "https://0x7f000001/feed",
                "https://0x7f.0.0.0x1/feed",
                "https://127.1/feed",
                "https://[::1]/feed",
                "https://[fd00::1]/feed",
                "http://[::1]/feed",
                "http://127.0.0.2/feed",
                "http://127.0.0.1.example.org/feed",
                "https://localhost/feed",
                "https://db.internal/feed",
                "https://printer.local/feed",
                "https://intranet/feed",
                "https://example.org./feed",
                "javascript:alert(1)",
            })
    void refuses(String location) {
        assertThat(FeedLocation.RULE.allows(location)).isFalse();
    }

    @Test
    void refusesAnEndlessOne() {
        assertThat(FeedLocation.RULE.allows("https://example.org/" + "a".repeat(1_000)))
                .isFalse();
    }

    @Test
    void knowsWhichAreAskedSymbolBySymbol() {
        assertThat(FeedLocation.RULE.isPerSymbol("yahoo")).isTrue();
        assertThat(FeedLocation.RULE.isPerSymbol("https://example.org/{symbol}.xml"))
                .isTrue();
        assertThat(FeedLocation.RULE.isPerSymbol("fed")).isFalse();
        assertThat(FeedLocation.RULE.isPerSymbol("https://example.org/feed.xml"))
                .isFalse();
    }

    @Test
    void saysWhatIsAllowed() {
        assertThat(FeedLocation.RULE.allowed())
                .contains("fed, ecb, sec, yahoo")
                .contains("https")
                .contains("{symbol}");
    }
}
