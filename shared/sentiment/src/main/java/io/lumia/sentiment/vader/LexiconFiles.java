package io.lumia.sentiment.vader;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The two tab-separated lexicons beside this class. Of a word that occurs twice the later line counts. */
final class LexiconFiles {

    /** Word, mean valence from -4 to 4, standard deviation, the ten ratings: we need the first two. */
    private static final String WORDS = "vader_lexicon.txt";

    /** Emoji, description. */
    private static final String EMOJI = "vader_emoji_utf8_lexicon.txt";

    private LexiconFiles() {}

    static Vocabulary vocabulary() {
        Map<String, Double> valences = new HashMap<>();
        firstTwoColumns(WORDS).forEach((word, valence) -> valences.put(word, Double.valueOf(valence)));
        return Vocabulary.of(valences);
    }

    static Map<String, String> emojiDescriptions() {
        return firstTwoColumns(EMOJI);
    }

    private static Map<String, String> firstTwoColumns(String resource) {
        InputStream stream = Objects.requireNonNull(LexiconFiles.class.getResourceAsStream(resource), resource);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            Map<String, String> columns = new HashMap<>();
            reader.lines().filter(line -> !line.isEmpty()).forEach(line -> {
                String[] fields = line.split("\t", -1);
                columns.put(fields[0], fields[1]);
            });
            return columns;
        } catch (IOException e) {
            throw new AppException(ErrorCode.INTERNAL, resource + " cannot be read", e);
        }
    }
}
