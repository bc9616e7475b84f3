package io.lumia.market.provider.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** One row of an answer as text, by the source's own column names. */
@FunctionalInterface
public interface RowCells {

    /** What sources write where they have no value. */
    Set<String> MISSING = Set.of("", "N/A", "NA", "n/a", "null", "None", "NaN", ".", "-", "--");

    /** Stripped or not; empty where the row has no such column or no value in it. */
    String cell(String column);

    /** Of an object: numbers and texts alike; what is neither reads as text that is no number. */
    static RowCells of(JsonNode object) {
        return column -> text(object.path(column));
    }

    static String text(JsonNode node) {
        if (node.isNull() || node.isMissingNode()) {
            return "";
        }
        return node.isValueNode() ? node.asText() : node.toString();
    }

    static boolean isMissing(String text) {
        return MISSING.contains(text.strip());
    }
}
