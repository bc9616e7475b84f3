package io.lumia.sentiment.transformer;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.lumia.kernel.AppException;
import io.lumia.sentiment.ModelInfo;
import io.lumia.sentiment.Polarity;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code model.json}: what a model folder says of itself.
 *
 * @param file  the ONNX file's name in the folder
 * @param tokenizer  the tokenizer file's name in the folder, in the format of Hugging Face tokenizers
 * @param labels  what the outputs mean, first to last: negative, neutral, positive in the model's order
 * @param maxLength  tokens that the model reads of a text
 * @param padTokenId  what fills the shorter texts of a batch
 * @param pooling  how the model makes one vector of many; for the reader, it is inside the ONNX file
 * @param output  name of the ONNX output to read
 * @param outputKind  {@code probabilities} or {@code logits}; logits go through a softmax
 * @param sha256  of each file, in lower-case hex
 */
public record ModelDescription(
        String name,
        String version,
        String licence,
        String file,
        String tokenizer,
        List<String> labels,
        @JsonProperty("max_length") int maxLength,
        @JsonProperty("pad_token_id") long padTokenId,
        String pooling,
        String output,
        @JsonProperty("output_kind") String outputKind,
        Map<String, String> sha256) {

    /** Longer inputs cost the square of their length; the usual models end here. */
    static final int MAX_LENGTH_LIMIT = 512;

    private static final String FILE_NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}";

    /** What the numbers of an output are. */
    enum OutputKind {
        PROBABILITIES,
        LOGITS
    }

    public ModelDescription {
        requirePresent("name", name);
        requirePresent("version", version);
        requirePresent("licence", licence);
        requirePresent("labels", labels);
        requirePresent("output", output);
        requirePresent("output_kind", outputKind);
        requirePresent("sha256", sha256);
        requireFileName("file", file);
        requireFileName("tokenizer", tokenizer);
        labels = List.copyOf(labels);
        sha256 = Map.copyOf(sha256);
        if (maxLength > MAX_LENGTH_LIMIT) {
            throw AppException.invalid("model.json max_length", maxLength, "3 to " + MAX_LENGTH_LIMIT);
        }
        for (String needed : List.of(file, tokenizer)) {
            requirePresent("sha256 of " + needed, sha256.get(needed));
        }
    }

    ModelInfo info() {
        return new ModelInfo(
                name, version, licence, labels.stream().map(Polarity::parse).toList(), maxLength);
    }

    OutputKind kindOfOutput() {
        return Arrays.stream(OutputKind.values())
                .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(outputKind))
                .findFirst()
                .orElseThrow(() -> AppException.invalid("model.json output_kind", outputKind, "probabilities, logits"));
    }

    /** JSON may leave a field out, whatever its type says. */
    private static void requirePresent(String field, @Nullable Object value) {
        if (value == null) {
            throw AppException.invalid("model.json " + field, "absent", "a value");
        }
    }

    private static void requireFileName(String field, String value) {
        requirePresent(field, value);
        if (!value.matches(FILE_NAME)) {
            throw AppException.invalid("model.json " + field, value, "a file name in the folder: " + FILE_NAME);
        }
    }
}
