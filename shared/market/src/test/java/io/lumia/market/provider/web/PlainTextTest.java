package io.lumia.market.provider.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.kernel.AppException;
import org.junit.jupiter.api.Test;

class PlainTextTest {

    @Test
    void paragraphsBecomeLines() {
        String html = "<p>One  <b>two</b>&nbsp;three</p><p>Four<br>five</p><script>bad()</script><ul><li>six</li></ul>";

        assertThat(PlainText.of(html)).isEqualTo("One two three\nFour\nfive\nsix");
        assertThat(PlainText.line(html)).isEqualTo("One two three Four five six");
    }

    @Test
    void cellsOfATableAreApart() {
        assertThat(PlainText.of("<table><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></table>"))
                .isEqualTo("1 2\n3");
    }

    @Test
    void whatCannotBeReadOrIsHiddenIsLeftOut() {
        assertThat(PlainText.of("a<script>var b = '<p>c</p>';</script>d<style>p {}</style>"))
                .isEqualTo("ad");
        assertThat(PlainText.of("<!-- no -->yes<img src=x onerror=alert(1)>")).isEqualTo("yes");
        assertThat(PlainText.of("List<String> beats 1 < 2")).isEqualTo("List<String> beats 1 < 2");
    }

    @Test
    void whatWasEscapedTwiceIsReadTwice() {
        assertThat(PlainText.of("<p>&lt;p&gt;Profit &amp;amp; loss&lt;/p&gt;</p>"))
                .isEqualTo("Profit & loss");
    }

    @Test
    void comparisonsAndAmpersandsAreNoMarkup() {
        assertThat(PlainText.of("Q1<Q2, 3 > 2 & R&D; buy&hold <x> AT&amp;T"))
                .isEqualTo("Q1<Q2, 3 > 2 & R&D; buy&hold <x> AT&T");
        assertThat(PlainText.decoded("I &lt;3 it &amp;amp; <b>you</b> &#39;s &#x1F600;"))
                .isEqualTo("I <3 it &amp; <b>you</b> 's \uD83D\uDE00");
    }

    @Test
    void dropsWhatNoDatabaseTakes() {
        assertThat(PlainText.of("a\u0000b\uD800c\u0007\r\n\tד  e\u200B")).isEqualTo("abc\nד e\u200B");
    }

    @Test
    void bearsWhateverComes() {
        assertThat(PlainText.of("")).isEmpty();
        assertThat(PlainText.of("<p>".repeat(50_000) + "x")).isEqualTo("x");
        assertThat(PlainText.of("<div> <b>".repeat(20_000) + "x")).isEqualTo("x");
        assertThat(PlainText.of("\n \n".repeat(50_000) + "x")).isEqualTo("x");
        assertThat(PlainText.of("<p>never closed")).isEqualTo("never closed");
        assertThat(PlainText.of("&".repeat(100_000))).hasSize(100_000);
        assertThatThrownBy(() -> PlainText.of("x".repeat(PlainText.MAX_CHARACTERS + 1)))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("1,000,000");
    }
}
