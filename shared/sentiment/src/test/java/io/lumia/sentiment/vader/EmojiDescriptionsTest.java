package io.lumia.sentiment.vader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class EmojiDescriptionsTest {

    private final EmojiDescriptions emoji =
            new EmojiDescriptions(Map.of("😂", "face with tears of joy", "❤", "red heart", "👩‍👧", "family"));

    @Test
    void returnsTheTextItselfWithoutEmoji() {
        String text = "Sólo 日本 \uD83D";

        assertThat(emoji.spellOut(text)).isSameAs(text);
    }

    @Test
    void putsABlankBeforeADescriptionButNotBehind() {
        assertThat(emoji.spellOut("hi😂lol ❤❤")).isEqualTo("hi face with tears of joylol red heart red heart");
        assertThat(emoji.spellOut("❤")).isEqualTo("red heart");
    }

    @Test
    void takesSequencesApart() {
        assertThat(emoji.spellOut("❤\uFE0F 👩‍👧")).isEqualTo("red heart\uFE0F 👩‍👧");
    }
}
