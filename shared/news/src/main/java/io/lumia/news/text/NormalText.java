package io.lumia.news.text;

import java.text.Normalizer;

/**
 * A title or body as it is shown and stored: Unicode NFC, one blank between words, nothing that cannot be seen.
 *
 * <p>HTML is gone before: this class decodes no entity and drops no tag. Typographic quotes and dashes stay; only the
 * comparison form ({@link Words}) levels them. What is removed, and counted in {@link Clean#removed}:
 *
 * <ul>
 *   <li>control characters (general category Cc) that are no white space, NUL among them;
 *   <li>format characters (Cf): zero-width space and no-break, soft hyphen, byte order mark, tags, all bidirectional
 *       marks, embeddings, overrides and isolates. The joiners U+200C and U+200D stay where they are writing: between
 *       emoji, and between letters of the Arabic and Indic scripts;
 *   <li>halves of surrogate pairs and noncharacters;
 *   <li>combining marks beyond {@value #MARKS_IN_A_ROW} in a row (the bound of Unicode's Stream-Safe Text Format, UAX
 *       15), which also keeps normalising linear.
 * </ul>
 *
 * <p>Nothing is cut. What is too long is {@link TooLong}, and whoever asked decides.
 */
public sealed interface NormalText {

    /** Code points in a title. The longest of 110,000 Reuters titles has 250. */
    int TITLE_CHARACTERS = 1_000;

    /** Code points in a body: about 16,000 English words. */
    int BODY_CHARACTERS = 100_000;

    /** UTF-16 units as received; longer input is refused unread. */
    int RAW_LENGTH = 2_000_000;

    int MARKS_IN_A_ROW = 30;

    /**
     * @param text    NFC, trimmed, perhaps empty
     * @param removed how many code points were removed, white space not counted
     */
    record Clean(String text, int removed) implements NormalText {}

    /**
     * @param characters code points after cleaning, or UTF-16 units where the input was refused unread
     * @param allowed    what would have been allowed, in the same unit
     */
    record TooLong(int characters, int allowed) implements NormalText {}

    static NormalText title(String raw) {
        return of(raw, TITLE_CHARACTERS);
    }

    static NormalText body(String raw) {
        return of(raw, BODY_CHARACTERS);
    }

    private static NormalText of(String raw, int allowed) {
        if (raw.length() > RAW_LENGTH) {
            return new TooLong(raw.length(), RAW_LENGTH);
        }
        Cleaning cleaning = new Cleaning(raw);
        String text = Normalizer.normalize(cleaning.cleaned(), Normalizer.Form.NFC);
        int characters = text.codePointCount(0, text.length());
        return characters > allowed ? new TooLong(characters, allowed) : new Clean(text, cleaning.removed());
    }
}
