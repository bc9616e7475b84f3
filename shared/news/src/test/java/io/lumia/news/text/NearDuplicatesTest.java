package io.lumia.news.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

final class NearDuplicatesTest {

    /** Computed once and stored: a change of the function makes stored fingerprints useless and must be meant. */
    private static final long GOLDEN = 9161659530502308584L;

    private static final String BODY =
            "The company said on Tuesday that it would build a plant in Ohio and hire workers there over the next years "
                    + "because demand for its engines has grown faster than it had expected when it opened the last one and "
                    + "because the state offers help with roads and schools which other states that were asked did not want to give";

    @ParameterizedTest
    @CsvFileSource(resources = "/news/near_duplicates.csv", numLinesToSkip = 2)
    void tellsRealPairsApart(String left, String right, boolean same) {
        assertThat(near(clean(left), clean(right))).isEqualTo(same);
        assertThat(near(clean(right), clean(left))).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({
        "Moody's assigns A1 rating to new notes of Xcel Energy, Moody's assigns A2 rating to new notes of Xcel Energy",
        "Moody's assigns A1 rating to new notes of Xcel Energy, Moody's assigns A1 rating to new notes of Duke Energy",
        "Apple to report Q2 results on Tuesday after the bell, Apple to report Q3 results on Tuesday after the bell",
        "Apple shares rise in early trade after strong results, Apple shares fall in early trade after strong results",
        "Apple sues Samsung over the design of its phones, Samsung sues Apple over the design of its phones",
        "Court says Apple must pay for the use of the patents, Court says Apple must not pay for the use of the patents",
        "Ford to invest $5 mln in the plant near Detroit, Ford to invest $5 bln in the plant near Detroit",
        "Chicago plans to submit formal bid for second headquarters, Colorado plans to submit formal bid for second headquarters",
    })
    void aNumberANameADirectionAnOrderIsAnotherStory(String left, String right) {
        assertThat(near(left, right)).isFalse();
    }

    @Test
    void aClauseAddedAtTheEndIsALaterVersion() {
        assertThat(near(
                        "AbbVie says Humira sales will balloon",
                        "UPDATE 2-AbbVie says Humira sales will balloon; shares rise"))
                .isTrue();
        assertThat(near("AbbVie says Humira sales will balloon", "AbbVie says Humira sales will balloon in Europe"))
                .isFalse();
    }

    @Test
    void capitalsThroughoutDoNotMakeAnotherStory() {
        assertThat(near("Apple to buy Beats for $3 billion in cash", "Apple To Buy Beats For $3 Billion In Cash"))
                .isTrue();
        assertThat(near("Apple to buy Beats for $3 billion in cash", "Apple To Sell Beats For $3 Billion In Cash"))
                .isFalse();
    }

    @Test
    void aTitleOfFewWordsNeedsTheSameBody() {
        var one = new NearDuplicates.Text("Market update", "Stocks rose.");
        var other = new NearDuplicates.Text("Market update", "Stocks fell.");

        assertThat(NearDuplicates.isNearDuplicate(one, one)).isTrue();
        assertThat(NearDuplicates.isNearDuplicate(one, other)).isFalse();
    }

    @Test
    void theSameBodyUnderAnotherTitleIsTheSameStory() {
        var one = new NearDuplicates.Text("Engine maker to build plant in Ohio", BODY);
        var other = new NearDuplicates.Text("Ohio wins new engine factory", "COLUMBUS - " + BODY);
        var numbered = new NearDuplicates.Text("Ohio wins 2 engine factories", BODY);

        assertThat(NearDuplicates.isNearDuplicate(one, other)).isTrue();
        assertThat(NearDuplicates.isNearDuplicate(
                        numbered, new NearDuplicates.Text("Ohio wins 3 engine factories", BODY)))
                .isFalse();
        assertThat(NearDuplicates.isNearDuplicate(one, new NearDuplicates.Text("Ohio wins new engine factory", "")))
                .isFalse();
    }

    @Test
    void nearDuplicatesShareABand() {
        int[] one = NearDuplicates.bands(
                NearDuplicates.fingerprint("Apple says never worked with NSA on iPhone hacks", ""));
        int[] other = NearDuplicates.bands(
                NearDuplicates.fingerprint("UPDATE 1-Apple says never worked with NSA on iPhone backdoors", BODY));

        assertThat(Arrays.stream(one).anyMatch(band -> Arrays.stream(other).anyMatch(key -> key == band)))
                .isTrue();
    }

    @Test
    void bandsCarryTheirNumber() {
        assertThat(NearDuplicates.bands(0x0001_FFFF_0000_8000L)).containsExactly(0x00001, 0x1FFFF, 0x20000, 0x38000);
    }

    @Test
    void aStoredFingerprintStaysWhatItIs() {
        assertThat(NearDuplicates.fingerprint("Stryker to buy Mako Surgical for $1.65 billion", ""))
                .isEqualTo(NearDuplicates.fingerprint("UPDATE 3-Stryker to buy Mako Surgical for $1.65 bln", ""))
                .isEqualTo(GOLDEN);
    }

    @Test
    void emptyAndHostileTextsAreNobodysDuplicates() {
        String endless = "\uD83D\uDE80\uD800 a'b ".repeat(20_000);

        assertThat(near("", "")).isFalse();
        assertThat(near("...", "---")).isFalse();
        assertThat(NearDuplicates.bands(NearDuplicates.fingerprint("", ""))).hasSize(4);
        assertThat(NearDuplicates.bands(NearDuplicates.fingerprint(endless, endless)))
                .hasSize(4);
        assertThat(near(endless, "x")).isFalse();
    }

    private static boolean near(String left, String right) {
        return NearDuplicates.isNearDuplicate(new NearDuplicates.Text(left, ""), new NearDuplicates.Text(right, ""));
    }

    private static String clean(String raw) {
        return ((NormalText.Clean) NormalText.title(raw)).text();
    }
}
