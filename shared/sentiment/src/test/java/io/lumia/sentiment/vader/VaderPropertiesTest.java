package io.lumia.sentiment.vader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/** What holds for any text. */
class VaderPropertiesTest {

    private static final int TEXTS = 20_000;
    private static final int MOST_CHARACTERS = 120;

    /** Three shares, each rounded to three decimals. */
    private static final double ROUNDING = 0.0015 + 1e-12;

    private static final List<String> LOADED_WORDS = List.of(
            " good",
            " BAD",
            " not",
            " isn't",
            " very",
            " but",
            " no",
            " least",
            " kind of",
            " so",
            "!",
            "?",
            "😂",
            " :)");

    private final Vader vader = Vader.standard();
    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(2014);

    @Test
    void keepsItsScoresInRangeWhateverTheText() {
        for (int i = 0; i < TEXTS; i++) {
            String text = randomText();

            VaderScore score = vader.score(text);

            assertThat(score.compound()).as(text).isBetween(-1.0, 1.0);
            assertThat(List.of(score.negative(), score.neutral(), score.positive()))
                    .as(text)
                    .allSatisfy(share -> assertThat(share).isBetween(0.0, 1.0));
            assertThat(sharesOf(score)).as(text).isCloseTo(text.isEmpty() ? 0 : 1, within(ROUNDING));
        }
    }

    @Test
    void ignoresWhiteSpaceAround() {
        for (int i = 0; i < TEXTS; i++) {
            String text = randomText();

            assertThat(vader.score("\n " + text + " \t")).as(text).isEqualTo(vader.score(text));
        }
    }

    private static double sharesOf(VaderScore score) {
        return score.negative() + score.neutral() + score.positive();
    }

    /** Any UTF-16 units, lone surrogates among them, with words that the rules know; begins with a letter if not empty. */
    private String randomText() {
        int characters = random.nextInt(MOST_CHARACTERS);
        StringBuilder text = new StringBuilder(characters == 0 ? "" : "x");
        while (text.length() < characters) {
            switch (random.nextInt(4)) {
                case 0 -> text.append((char) random.nextInt(Character.MAX_VALUE + 1));
                case 1 -> text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
                case 2 -> text.append((char) random.nextInt(0x80));
                default -> text.append(LOADED_WORDS.get(random.nextInt(LOADED_WORDS.size())));
            }
        }
        return text.toString();
    }
}
