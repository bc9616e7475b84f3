package io.lumia.sentiment.transformer;

import ai.djl.MalformedModelException;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDList;
import ai.djl.repository.zoo.Criteria;
import ai.djl.repository.zoo.ModelNotFoundException;
import ai.djl.repository.zoo.ZooModel;
import ai.djl.translate.NoopTranslator;
import ai.djl.translate.TranslateException;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.sentiment.ModelInfo;
import io.lumia.sentiment.ModelReading;
import io.lumia.sentiment.Probabilities;
import io.lumia.sentiment.SentimentModel;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A loaded model. Runs on the caller's thread alone: a Lambda has about one processor, and on a larger machine the callers
 * are the parallelism. Several threads may read at once; each run has a predictor of its own over the one session.
 */
final class TransformerModel implements SentimentModel, AutoCloseable {

    private final ModelFolder folder;
    private final int batchSize;
    private final ZooModel<NDList, NDList> model;
    private final TextTokenizer tokenizer;
    private final BatchTranslator translator;

    private TransformerModel(
            ModelFolder folder, int batchSize, ZooModel<NDList, NDList> model, TextTokenizer tokenizer) {
        this.folder = folder;
        this.batchSize = batchSize;
        this.model = model;
        this.tokenizer = tokenizer;
        this.translator = new BatchTranslator(folder, model);
    }

    /** Loads the model and reads one text with it, so that a model which cannot answer fails here and not later. */
    static TransformerModel load(ModelFolder folder, int batchSize) {
        TextTokenizer tokenizer =
                TextTokenizer.open(folder.tokenizer(), folder.info().maxTokens());
        TransformerModel model = new TransformerModel(folder, batchSize, loadOnnx(folder), tokenizer);
        model.read(List.of("Profit rises"));
        return model;
    }

    @Override
    public ModelInfo info() {
        return folder.info();
    }

    /** Sorted by length, so that a batch is filled up little; answers stand in the caller's order. */
    @Override
    public List<ModelReading> read(List<String> texts) {
        List<TokenizedText> tokenized = texts.stream().map(tokenizer::tokenize).toList();
        List<Integer> byLength = IntStream.range(0, texts.size())
                .boxed()
                .sorted(Comparator.comparingInt(i -> tokenized.get(i).length()))
                .toList();
        ModelReading[] readings = new ModelReading[texts.size()];
        try (Predictor<List<TokenizedText>, List<Probabilities>> predictor = model.newPredictor(translator)) {
            for (int start = 0; start < byLength.size(); start += batchSize) {
                List<Integer> batch = byLength.subList(start, Math.min(start + batchSize, byLength.size()));
                run(predictor, batch, tokenized, readings);
            }
        }
        return Arrays.asList(readings);
    }

    @Override
    public void close() {
        tokenizer.close();
        model.close();
    }

    private void run(
            Predictor<List<TokenizedText>, List<Probabilities>> predictor,
            List<Integer> batch,
            List<TokenizedText> tokenized,
            ModelReading[] readings) {
        List<Probabilities> answers =
                predict(predictor, batch.stream().map(tokenized::get).toList());
        for (int i = 0; i < batch.size(); i++) {
            TokenizedText text = tokenized.get(batch.get(i));
            readings[batch.get(i)] = new ModelReading(answers.get(i), text.length(), text.cut());
        }
    }

    private List<Probabilities> predict(
            Predictor<List<TokenizedText>, List<Probabilities>> predictor, List<TokenizedText> batch) {
        try {
            return predictor.predict(batch);
        } catch (TranslateException e) {
            if (e.getCause() instanceof AppException refused) {
                throw refused;
            }
            throw new AppException(ErrorCode.INTERNAL, "model %s failed: %s".formatted(info().id(), e), e);
        }
    }

    private static ZooModel<NDList, NDList> loadOnnx(ModelFolder folder) {
        Criteria<NDList, NDList> criteria = Criteria.builder()
                .setTypes(NDList.class, NDList.class)
                .optModelPath(folder.model())
                .optEngine("OnnxRuntime")
                .optOption("intraOpNumThreads", "1")
                .optOption("interOpNumThreads", "1")
                .optTranslator(new NoopTranslator())
                .build();
        try {
            return criteria.loadModel();
        } catch (IOException | ModelNotFoundException | MalformedModelException | RuntimeException | LinkageError e) {
            // A LinkageError is what a native library makes that could not be unpacked.
            throw new AppException(
                    ErrorCode.INVALID_INPUT, "model %s cannot be loaded: %s".formatted(folder.model(), e), e);
        }
    }
}
