package io.lumia.news.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CanonicalUrlTest {

    @ParameterizedTest
    @CsvSource({
        "HTTP://WWW.Example.COM:80/A/b/#part, https://example.com/A/b",
        "https://example.com:443, https://example.com",
        "https://example.com:8443/a, https://example.com:8443/a",
        "https://m.example.com/a, https://example.com/a",
        "https://m.com/a, https://m.com/a",
        "https://example.com/amp/a, https://example.com/a",
        "https://example.com/a/amp/, https://example.com/a",
        "https://example.com/amp, https://example.com/amp",
        "https://example.com/a?b=2&utm_source=x&a=1&fbclid=9&GCLID=1, https://example.com/a?a=1&b=2",
        "https://finance.yahoo.com/news/x-1.html?.tsrc=rss, https://finance.yahoo.com/news/x-1.html",
        "https://example.com/a?id=7&id=5, https://example.com/a?id=5&id=7",
        "https://example.com/%7euser/%e9%2f, https://example.com/~user/%E9%2F",
        "https://example.com/x/../a/./b, https://example.com/a/b",
        "https://example.com/a b|c, https://example.com/a%20b%7Cc",
        "https://example.com/100%, https://example.com/100%25",
        "https://bücher.example/é, https://xn--bcher-kva.example/%C3%A9",
        "https://example.com./a, https://example.com/a",
        "http://[2001:DB8::1]:80/a, https://[2001:db8::1]/a",
        "https://www.google.com/url?rct=j&sa=t&url=https://www.example.com/a%3Fid%3D1&ct=ga, https://example.com/a?id=1",
        "https://www.google.com/amp/s/example.com/a, https://example.com/a",
        "https://example-com.cdn.ampproject.org/c/s/example.com/a/amp/, https://example.com/a",
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.com%2Fa&h=1, https://example.com/a",
        "https://www.google.com/search?q=lumia, https://google.com/search?q=lumia",
    })
    void bringsAddressesToOneForm(String address, String expected) {
        assertThat(CanonicalUrl.parse(address)).contains(new CanonicalUrl(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.com/a",
                "ftp://example.com/a",
                "javascript:alert(1)",
                "javascript://example.com/%0aalert(1)",
                "file:///etc/passwd",
                "https://",
                "https:///a",
                "https://user:secret@example.com/",
                "https://user@example.com/",
                "https://example.com:99999/",
                "https://example.com:x/",
                "https://exa mple.com/",
                "https://good.example\\@bad.example/",
                "https://a..b/",
                "https://www.google.com/url?url=javascript:alert(1)",
                "https://\u0000/",
                "https://\uD83D/"
            })
    void hasNoneForWhatIsNoWebAddress(String address) {
        assertThat(CanonicalUrl.parse(address)).isEmpty();
    }

    @Test
    void unwrapsThreeDeepAndNoDeeper() {
        String plain = "https://example.com/a";

        assertThat(CanonicalUrl.parse(wrapped(plain, 3))).contains(new CanonicalUrl(plain));
        assertThat(CanonicalUrl.parse(wrapped(plain, 4))).isEmpty();
    }

    @Test
    void refusesWhatIsLongerThanABrowserTakes() {
        String stem = "https://example.com/";

        assertThat(CanonicalUrl.parse(stem + "a".repeat(CanonicalUrl.LENGTH - stem.length())))
                .isPresent();
        assertThat(CanonicalUrl.parse(stem + "a".repeat(1_000_000))).isEmpty();
    }

    @Test
    void isItsOwnCanonicalForm() {
        String once = CanonicalUrl.parse("http://www.Example.com/a%2fb/?z=%7e&a=1#x")
                .orElseThrow()
                .value();

        assertThat(CanonicalUrl.parse(once)).contains(new CanonicalUrl(once));
    }

    @Test
    void hashesTheCanonicalForm() {
        String hash =
                CanonicalUrl.parse("http://www.example.com/").orElseThrow().hash();

        assertThat(hash)
                .hasSize(64)
                .isEqualTo(
                        CanonicalUrl.parse("https://example.com").orElseThrow().hash());
    }

    private static String wrapped(String address, int times) {
        String coded = address;
        for (int time = 0; time < times; time++) {
            coded = "https://www.google.com/url?url="
                    + coded.replace("%", "%25").replace("?", "%3F").replace("=", "%3D");
        }
        return coded;
    }
}
