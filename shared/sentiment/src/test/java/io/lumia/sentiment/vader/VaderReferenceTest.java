package io.lumia.sentiment.vader;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Every score of Python's vaderSentiment, digit for digit. {@code -Dvader.reference=FILE} compares with another file of
 * the same columns (CSV or gzip); a relative path is looked for in this module's folder and in those above it.
 */
class VaderReferenceTest {

    private static final String REFERENCE_PROPERTY = "vader.reference";
    private static final int MOST_FOLDERS_UP = 3;

    private final Vader vader = Vader.standard();

    @Test
    void scoresAsPythonOnEveryRowOfTheReference() {
        String file = System.getProperty(REFERENCE_PROPERTY, "");
        ScoredTexts reference =
                file.isEmpty() ? ScoredTexts.ofResource("/vader/reference.csv") : ScoredTexts.ofFile(located(file));

        String differences = reference.differencesFrom(vader);

        assertThat(reference.rows()).as(reference.source()).isNotEmpty();
        assertThat(differences).isEmpty();
    }

    @Test
    void scoresAsPythonInTheCornersOfTheRules() {
        ScoredTexts corners = ScoredTexts.ofResource("/vader/edge-cases.csv");

        String differences = corners.differencesFrom(vader);

        assertThat(corners.rows()).isNotEmpty();
        assertThat(differences).isEmpty();
    }

    private static Path located(String file) {
        Path folder = Path.of("").toAbsolutePath();
        for (int up = 0; up < MOST_FOLDERS_UP && folder != null; up++) {
            if (Files.exists(folder.resolve(file))) {
                return folder.resolve(file);
            }
            folder = folder.getParent();
        }
        return Path.of(file);
    }
}
