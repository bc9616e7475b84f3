package io.lumia.news.text;

import com.optimaize.langdetect.DetectedLanguage;
import com.optimaize.langdetect.LanguageDetector;
import com.optimaize.langdetect.LanguageDetectorBuilder;
import com.optimaize.langdetect.i18n.LdLocale;
import com.optimaize.langdetect.ngram.NgramExtractors;
import com.optimaize.langdetect.profiles.LanguageProfileReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * In which language an article is written, as an ISO 639-1 code, or {@value #UNDECIDED}.
 *
 * <p>A headline is short for n-grams: alone, the optimaize detector takes one of twenty English Reuters headlines for
 * French or German, often with full confidence. So it is the last to be asked:
 *
 * <ol>
 *   <li>A script that belongs to one language decides: Hangul is {@code ko}, kana {@code ja}, otherwise Han {@code zh},
 *       Thai {@code th}, Greek {@code el}, Hebrew {@code he}.
 *   <li>In Latin script, at least two more English than foreign common words ({@link CommonWords}) are English; so is a
 *       single one more where nearly all letters are ASCII.
 *   <li>If the source says English, nearly all letters are ASCII and no foreign common word is there: English.
 *   <li>Then the detector, believed from {@value #SURE} on; for a Latin script other than English it needs a foreign
 *       common word or an accented letter as a second witness, or {@value #LETTERS_ALONE} letters.
 *   <li>Undecided: what the source says, else {@value #UNDECIDED}.
 * </ol>
 *
 * <p>Loading the profiles takes a good part of a second: load once, share among threads.
 */
public final class Languages {

    public static final String UNDECIDED = "und";
    public static final String ENGLISH = "en";

    /** Probability from which the detector is believed. */
    public static final double SURE = 0.8;

    /** More of a text than this is not read: title and the beginning of the body say it. UTF-16 units. */
    static final int READ_LENGTH = 1_000;

    private static final int LETTERS_ALONE = 120;
    private static final int LETTERS_AT_LEAST = 6;
    private static final double NEARLY_ALL = 0.97;
    private static final long SEED = 4;

    private static final List<String> PROFILES =
            List.of(("en fr de es pt it nl sv da no fi pl cs tr ro hu id vi ru uk bg ar fa hi el he th ja ko zh-CN")
                    .split(" "));

    private final LanguageDetector detector;

    private Languages(LanguageDetector detector) {
        this.detector = detector;
    }

    public static Languages load() {
        try {
            var locales = PROFILES.stream().map(LdLocale::fromString).toList();
            return new Languages(LanguageDetectorBuilder.create(NgramExtractors.standard())
                    .withProfiles(new LanguageProfileReader().readBuiltIn(locales))
                    .minimalConfidence(SURE)
                    .seed(SEED)
                    .build());
        } catch (IOException e) {
            throw new UncheckedIOException("the language profiles of the detector's jar cannot be read", e);
        }
    }

    /**
     * @param text   of normal form; title, blank, body
     * @param stated what the source says of itself, an ISO 639-1 code, or {@value #UNDECIDED}
     */
    public String detect(String text, String stated) {
        String read = text.length() <= READ_LENGTH ? text : text.substring(0, READ_LENGTH);
        Letters letters = Letters.of(read);
        if (letters.all() < LETTERS_AT_LEAST && !letters.isForeign()) {
            return stated;
        }
        String byScript = letters.languageByScript();
        if (!byScript.isEmpty()) {
            return byScript;
        }
        if (!letters.isLatin()) {
            return bySpelling(read, letters, true, stated);
        }
        CommonWords words = CommonWords.in(read);
        boolean ascii = letters.asciiShare() >= NEARLY_ALL;
        int lead = words.english() - words.foreign();
        if (lead >= 2 || (lead == 1 && ascii)) {
            return ENGLISH;
        }
        if (stated.equals(ENGLISH) && ascii && words.foreign() == 0) {
            return ENGLISH;
        }
        boolean witness = words.foreign() > 0 || !ascii || letters.all() >= LETTERS_ALONE;
        return bySpelling(read, letters, witness, stated);
    }

    /** Of a text as received, of which nobody says more: English unless its words say otherwise. */
    public String guess(String raw) {
        String beginning = raw.substring(0, Math.min(raw.length(), READ_LENGTH));
        return switch (NormalText.body(beginning)) {
            case NormalText.Clean clean -> detect(clean.text(), ENGLISH);
            case NormalText.TooLong tooLong ->
                throw new IllegalStateException("read at most %d: %s".formatted(READ_LENGTH, tooLong));
        };
    }

    private String bySpelling(String text, Letters letters, boolean witness, String stated) {
        List<DetectedLanguage> likely = detector.getProbabilities(text);
        if (likely.isEmpty()) {
            return stated;
        }
        String language = likely.getFirst().getLocale().getLanguage();
        boolean believed = language.equals(ENGLISH) ? letters.isLatin() : witness;
        return believed ? language : stated;
    }
}
