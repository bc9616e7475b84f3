package io.lumia.sentiment.transformer;

import io.lumia.kernel.AppException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Which model, and where its files may lie.
 *
 * @param folder  a model folder that replaces the one that ships: {@code model.json}, an ONNX file, a tokenizer
 * @param batchSize  texts in one run, 1 to 32. With more than one a text's probabilities depend on its neighbours: the model
 *     quantises its activations over the whole batch (docs/sentiment.md has the figures). Scores that are stored come
 *     from runs of one, so that scoring again gives the same
 * @param cache  a folder that may be written: the model that ships and the native libraries are unpacked into it once
 */
public record TransformerSettings(Optional<Path> folder, int batchSize, Path cache) {

    /** Sorted by length, larger batches win little and the working memory grows: attention needs batch × heads × length². */
    public static final int MAX_BATCH = 32;

    public TransformerSettings {
        if (batchSize < 1 || batchSize > MAX_BATCH) {
            throw AppException.invalid("batch size", batchSize, "1 to " + MAX_BATCH);
        }
    }

    /** The model that ships, text by text. */
    public static TransformerSettings bundled(Path cache) {
        return new TransformerSettings(Optional.empty(), 1, cache);
    }

    /** Of another batch size, for bulk work whose scores are not stored. */
    public TransformerSettings withBatchSize(int texts) {
        return new TransformerSettings(folder, texts, cache);
    }
}
