package io.lumia.sentiment.transformer;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.SymbolBlock;
import ai.djl.translate.Batchifier;
import ai.djl.translate.Translator;
import ai.djl.translate.TranslatorContext;
import io.lumia.kernel.AppException;
import io.lumia.sentiment.Polarity;
import io.lumia.sentiment.Probabilities;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Between a batch of tokenized texts and the model's tensors. Inputs go by name: a model without token types asks for none. */
final class BatchTranslator implements Translator<List<TokenizedText>, List<Probabilities>> {

    private static final String IDS = "input_ids";
    private static final String MASK = "attention_mask";
    private static final String TYPES = "token_type_ids";

    private final ModelDescription description;
    private final List<String> inputs;
    private final int negative;
    private final int neutral;
    private final int positive;

    BatchTranslator(ModelFolder folder, Model model) {
        this.description = folder.description();
        this.inputs = ((SymbolBlock) model.getBlock()).describeInput().keys();
        List<Polarity> labels = folder.info().labelOrder();
        this.negative = labels.indexOf(Polarity.NEGATIVE);
        this.neutral = labels.indexOf(Polarity.NEUTRAL);
        this.positive = labels.indexOf(Polarity.POSITIVE);
        if (!Set.of(IDS, MASK, TYPES).containsAll(inputs) || !inputs.contains(IDS)) {
            throw AppException.invalid("inputs of " + folder.model(), inputs, IDS + ", " + MASK + ", " + TYPES);
        }
    }

    /** None: a batch is already one here. */
    @Override
    public @Nullable Batchifier getBatchifier() {
        return null;
    }

    @Override
    public NDList processInput(TranslatorContext context, List<TokenizedText> batch) {
        int width = batch.stream().mapToInt(TokenizedText::length).max().orElseThrow();
        NDList tensors = new NDList();
        for (String input : inputs) {
            tensors.add(tensor(context.getNDManager(), input, batch, width));
        }
        return tensors;
    }

    @Override
    public List<Probabilities> processOutput(TranslatorContext context, NDList outputs) {
        NDArray output = outputs.get(description.output());
        if (output == null) {
            throw AppException.invalid("model.json output", description.output(), "an output of the ONNX file");
        }
        long classes = output.getShape().get(output.getShape().dimension() - 1);
        if (classes != Polarity.values().length) {
            throw AppException.invalid("classes of output " + description.output(), classes, "3");
        }
        float[] values = output.toFloatArray();
        List<Probabilities> answers = new ArrayList<>();
        for (int start = 0; start < values.length; start += Polarity.values().length) {
            answers.add(probabilities(values, start));
        }
        return answers;
    }

    private NDArray tensor(NDManager manager, String input, List<TokenizedText> batch, int width) {
        LongBuffer values = LongBuffer.allocate(batch.size() * width);
        for (TokenizedText text : batch) {
            for (int i = 0; i < width; i++) {
                values.put(value(input, text, i));
            }
        }
        NDArray tensor =
                manager.create(values.flip(), new Shape(batch.size(), width), ai.djl.ndarray.types.DataType.INT64);
        tensor.setName(input);
        return tensor;
    }

    private long value(String input, TokenizedText text, int i) {
        boolean padding = i >= text.length();
        return switch (input) {
            case IDS -> padding ? description.padTokenId() : text.ids()[i];
            case MASK -> padding ? 0 : 1;
            default -> 0; // one sentence only: all tokens are of type 0
        };
    }

    private Probabilities probabilities(float[] values, int start) {
        double low = values[start + negative];
        double middle = values[start + neutral];
        double high = values[start + positive];
        return switch (description.kindOfOutput()) {
            case PROBABILITIES -> Probabilities.ofWeights(low, middle, high);
            case LOGITS -> softmax(low, middle, high);
        };
    }

    /** Shifted by the largest, so that no exponential overflows. */
    static Probabilities softmax(double low, double middle, double high) {
        double largest = Math.max(low, Math.max(middle, high));
        return Probabilities.ofWeights(Math.exp(low - largest), Math.exp(middle - largest), Math.exp(high - largest));
    }
}
