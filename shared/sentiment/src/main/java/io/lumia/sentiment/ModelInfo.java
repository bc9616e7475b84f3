package io.lumia.sentiment;

import io.lumia.kernel.AppException;
import java.util.List;

/**
 * What must be said of a model beside its scores.
 *
 * @param name  of lower-case letters, digits, dots and hyphens
 * @param version  of the weights: another version gives other scores, and the two are never mixed
 * @param licence  under which the weights may be used
 * @param labelOrder  what the model's outputs mean, first to last
 * @param maxTokens  how many tokens of a text it reads, its own marks for beginning and end included
 */
public record ModelInfo(String name, String version, String licence, List<Polarity> labelOrder, int maxTokens) {

    /** Enough for a name and its version in every table and file name. */
    private static final String NAME = "[a-z0-9][a-z0-9.-]{0,63}";

    public ModelInfo {
        requireName("model name", name);
        requireName("model version", version);
        if (licence.isBlank()) {
            throw AppException.invalid("model licence", licence, "the licence of the weights");
        }
        labelOrder = List.copyOf(labelOrder);
        if (labelOrder.size() != Polarity.values().length
                || labelOrder.stream().distinct().count() != labelOrder.size()) {
            throw AppException.invalid("model labels", labelOrder, "negative, neutral and positive, each once");
        }
        if (maxTokens < 3) {
            throw AppException.invalid("model max_length", maxTokens, "3 or more: a token between two marks");
        }
    }

    /** Name and version in one word, {@code fin-sentiment-1.0}. */
    public String id() {
        return name + "-" + version;
    }

    private static void requireName(String field, String value) {
        if (!value.matches(NAME)) {
            throw AppException.invalid(field, value, NAME);
        }
    }
}
