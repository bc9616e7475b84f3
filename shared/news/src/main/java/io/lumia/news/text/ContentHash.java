package io.lumia.news.text;

import io.lumia.platform.hash.Sha256;
import java.nio.charset.StandardCharsets;

/**
 * A key that is equal for texts which say the same in the same words.
 *
 * <p>SHA-256 over the comparison form ({@link Words}) of the title without the desk's prefixes and origins
 * ({@link Desk}), a line feed, and the comparison form of the whole body. So {@code UPDATE 1-X} with an empty body has
 * the hash of {@code X} with an empty body, and another if its body has grown: then {@link NearDuplicates} finds it.
 *
 * <p>A title of less than two words that has no body is hashed with what the desk put around it, because
 * {@code BRIEF-Apple} and {@code UPDATE 1-Apple} say nothing in common.
 */
public final class ContentHash {

    private static final int TITLE_WORDS = 2;

    private ContentHash() {}

    /**
     * @param title of normal form
     * @param body  of normal form, perhaps empty
     * @return 64 hex digits in lower case
     */
    public static String of(String title, String body) {
        String levelledBody = Words.joined(Words.of(body, NormalText.BODY_CHARACTERS));
        var words = Words.of(Desk.stripped(title), NormalText.TITLE_CHARACTERS);
        boolean tooLittle = words.size() < TITLE_WORDS && levelledBody.isEmpty();
        var hashed = tooLittle ? Words.of(title, NormalText.TITLE_CHARACTERS) : words;
        String form = Words.joined(hashed) + "\n" + levelledBody;
        return Sha256.hexOf(form.getBytes(StandardCharsets.UTF_8));
    }
}
