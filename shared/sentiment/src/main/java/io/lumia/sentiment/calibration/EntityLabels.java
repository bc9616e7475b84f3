package io.lumia.sentiment.calibration;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.lumia.kernel.AppException;
import io.lumia.sentiment.Polarity;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A headline and what people say it is for each entity that it names, as SEntFiN 1.0 has it.
 *
 * @param labels by the entity as the headline spells it, in the order of the file; never empty
 */
public record EntityLabels(String title, Map<String, Polarity> labels) {

    /** Of a dictionary as Python prints it; names with an apostrophe are not escaped in it: {@code {'Moody's': 'neutral'}}. */
    private static final Pattern ENTRY =
            Pattern.compile("[{,]\\s*(['\"])(?<entity>.+?)\\1\\s*:\\s*(['\"])(?<label>\\w+)\\3\\s*(?=[,}])");

    public EntityLabels {
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    }

    /** CSV in UTF-8, gzip or not, with the columns {@code Title} and {@code Decisions}. */
    public static List<EntityLabels> read(Path file) {
        return LabelledTexts.rows(file, EntityLabels::labelled);
    }

    private static EntityLabels labelled(NamedCsvRecord row) {
        String decisions = LabelledTexts.field(row, List.of("Decisions"));
        Map<String, Polarity> labels = new LinkedHashMap<>();
        Matcher entry = ENTRY.matcher(decisions);
        while (entry.find()) {
            labels.put(
                    entry.group("entity"), LabelledTexts.polarity(row.getStartingLineNumber(), entry.group("label")));
        }
        if (labels.isEmpty()) {
            throw AppException.invalid(
                    "Decisions of line " + row.getStartingLineNumber(), decisions, "{'entity': 'positive', …}");
        }
        return new EntityLabels(LabelledTexts.field(row, List.of("Title")), labels);
    }

    /** What the whole headline is, where all of its entities agree. */
    public Optional<Polarity> whole() {
        Set<Polarity> all = new HashSet<>(labels.values());
        return all.size() == 1 ? Optional.of(all.iterator().next()) : Optional.empty();
    }
}
