package io.lumia.sentiment.transformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.kernel.AppException;
import io.lumia.sentiment.ModelReading;
import io.lumia.sentiment.Polarity;
import io.lumia.sentiment.Probabilities;
import io.lumia.sentiment.SentimentModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransformerModelTest {

    private static final Path CACHE = Path.of("target", "sentiment-cache");
    private static final TransformerSettings BUNDLED = TransformerSettings.bundled(CACHE);

    private static final double TOLERANCE = 2e-3;

    @TempDir
    Path folder;

    @Test
    void readsAsManyTokensAsTheReference() throws IOException {
        List<ReferenceRows.Row> rows = ReferenceRows.read();

        List<ModelReading> readings = model().read(texts(rows));

        assertThat(readings.stream().map(ModelReading::tokens))
                .isEqualTo(rows.stream().map(ReferenceRows.Row::tokens).toList());
    }

    @Test
    void agreesWithTheReferenceOnEveryRow() throws IOException {
        List<ReferenceRows.Row> rows = ReferenceRows.read();

        List<Probabilities> scored = model().score(texts(rows));

        List<String> off = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (distance(scored.get(i), rows.get(i).probabilities()) > TOLERANCE) {
                off.add("%s: %s instead of %s"
                        .formatted(
                                rows.get(i).text(), scored.get(i), rows.get(i).probabilities()));
            }
        }
        assertThat(off).as("%d of %d rows are off", off.size(), rows.size()).isEmpty();
    }

    @Test
    void answersInTheCallersOrder() {
        List<String> texts = List.of(
                "Profit slumps as demand collapses and the company cuts its dividend",
                "Shares soar",
                "Board meets Monday");

        List<Probabilities> together = model().score(texts);

        assertThat(together.stream().map(Probabilities::top))
                .containsExactly(Polarity.NEGATIVE, Polarity.POSITIVE, Polarity.NEUTRAL);
        assertThat(together)
                .isEqualTo(texts.stream()
                        .map(text -> model().score(List.of(text)).getFirst())
                        .toList());
    }

    @Test
    void readsInBatchesToo() {
        SentimentModel batches = TransformerModels.shared(BUNDLED.withBatchSize(3));
        List<String> texts = Stream.of("Profit slumps as demand collapses", "Shares soar", "Board meets Monday", "Loss")
                .toList();

        assertThat(batches.score(texts).stream().map(Probabilities::top))
                .startsWith(Polarity.NEGATIVE, Polarity.POSITIVE, Polarity.NEUTRAL)
                .hasSize(4);
        assertThatThrownBy(() -> BUNDLED.withBatchSize(33))
                .hasMessageContaining("batch size is '33'; allowed: 1 to 32");
    }

    @Test
    void saysWhatItReadOfAnEndlessText() {
        ModelReading reading = model().read(List.of("word ".repeat(100_000))).getFirst();

        assertThat(reading.tokens()).isEqualTo(64);
        assertThat(reading.cut()).isTrue();
        assertThat(model().read(List.of("Shares rise")).getFirst().cut()).isFalse();
    }

    @Test
    void readsHostileTexts() {
        List<String> texts = List.of("", " \t\n", "\0", "\uD83D", "\uDC00\uD83D", "\u202Eliforp", "😀".repeat(10_001));

        List<ModelReading> readings = model().read(texts);

        assertThat(readings).hasSize(texts.size());
        assertThat(readings.subList(0, 3)).allMatch(reading -> reading.tokens() == 2);
        assertThat(readings.getLast().cut()).isTrue();
    }

    @Test
    void doesNotReadLinks() {
        List<Probabilities> scored = model().score(List.of(
                "$CMG upgraded https://t.co/EZdUTuPVL2", "$CMG upgraded www.example.com/a?b=c", "$CMG upgraded "));

        assertThat(scored.get(0)).isEqualTo(scored.get(2));
        assertThat(scored.get(1)).isEqualTo(scored.get(2));
    }

    @Test
    void readsNothingOfNoTexts() {
        assertThat(model().read(List.of())).isEmpty();
    }

    @Test
    void isLoadedOnceHoweverManyAsk() {
        List<SentimentModel> models = Stream.generate(() -> BUNDLED)
                .limit(8)
                .parallel()
                .map(TransformerModels::shared)
                .toList();

        assertThat(models).allSatisfy(model -> assertThat(model).isSameAs(models.getFirst()));
        assertThat(models.getFirst().info().id()).isEqualTo("fin-sentiment-1.0");
    }

    @Test
    void unpacksAgainWhatWasDamaged() throws IOException {
        Path cache = folder.resolve("cache");
        Path tokenizer = BundledModel.unpackedInto(cache).tokenizer();
        Files.writeString(tokenizer, "damaged");

        ModelFolder again = BundledModel.unpackedInto(cache);

        assertThat(Files.size(again.tokenizer())).isGreaterThan(700_000);
        try (Stream<Path> files = Files.list(again.path())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("model.json", "model_int8.onnx", "tokenizer.json");
        }
    }

    @Test
    void mapsAnotherLabelOrderByName() throws IOException {
        copyModel(json ->
                json.replace("[\"negative\", \"neutral\", \"positive\"]", "[\"Positive\", \"negative\", \"neutral\"]"));

        Probabilities ours = model().score(List.of("Shares soar")).getFirst();
        Probabilities permuted = scoreAnother("Shares soar");

        assertThat(permuted).isEqualTo(new Probabilities(ours.neutral(), ours.positive(), ours.negative()));
    }

    @Test
    void makesProbabilitiesOfLogits() throws IOException {
        copyModel(json -> json.replace("\"output\": \"probabilities\"", "\"output\": \"logits\"")
                .replace("\"output_kind\": \"probabilities\"", "\"output_kind\": \"logits\""));

        Probabilities ours = model().score(List.of("Shares soar")).getFirst();

        assertThat(distance(scoreAnother("Shares soar"), ours)).isLessThan(1e-5);
    }

    @Test
    void refusesLabelsItCannotMap() throws IOException {
        copyModel(json -> json.replace("\"neutral\"", "\"mixed\""));

        assertThatThrownBy(this::openAnother)
                .isInstanceOf(AppException.class)
                .hasMessageContaining("label is 'mixed'; allowed: negative, neutral, positive");
    }

    @Test
    void refusesAnOutputThatTheModelLacks() throws IOException {
        copyModel(json -> json.replace("\"output\": \"probabilities\"", "\"output\": \"scores\""));

        assertThatThrownBy(() -> scoreAnother("Shares soar"))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("scores");
    }

    @Test
    void refusesAFileThatIsMissing() throws IOException {
        copyModel(json -> json);
        Files.delete(folder.resolve("model_int8.onnx"));

        assertThatThrownBy(this::openAnother)
                .hasMessageContaining("model file")
                .hasMessageContaining("model_int8.onnx");
    }

    @Test
    void refusesAFileThatIsAnotherThanDescribed() throws IOException {
        copyModel(json -> json);
        Files.writeString(folder.resolve("tokenizer.json"), "{}");

        assertThatThrownBy(this::openAnother).hasMessageContaining("SHA-256 of").hasMessageContaining("tokenizer.json");
    }

    @Test
    void refusesASettingThatNobodyHeeds() throws IOException {
        copyModel(json -> json.replace("\"pooling\"", "\"colour\": 1, \"pooling\""));

        assertThatThrownBy(this::openAnother).hasMessageContaining("colour");
    }

    @Test
    void refusesADescriptionThatIsBroken() throws IOException {
        Files.writeString(folder.resolve("model.json"), "{\"name\": \"finbert\"}");
        assertThatThrownBy(this::openAnother).hasMessageContaining("model.json version is 'absent'");

        Files.delete(folder.resolve("model.json"));
        assertThatThrownBy(this::openAnother).hasMessageContaining("model folder is");
    }

    private static SentimentModel model() {
        return TransformerModels.shared(BUNDLED);
    }

    private ModelFolder openAnother() {
        return ModelFolder.open(folder);
    }

    private Probabilities scoreAnother(String text) {
        TransformerSettings settings = new TransformerSettings(Optional.of(folder), 1, CACHE);
        try (TransformerModel another = TransformerModels.load(settings)) {
            return another.score(List.of(text)).getFirst();
        }
    }

    private void copyModel(java.util.function.UnaryOperator<String> change) throws IOException {
        ModelFolder bundled = BundledModel.unpackedInto(CACHE);
        Files.copy(bundled.model(), folder.resolve(bundled.model().getFileName()));
        Files.copy(bundled.tokenizer(), folder.resolve(bundled.tokenizer().getFileName()));
        String json = Files.readString(bundled.path().resolve("model.json"));
        Files.writeString(folder.resolve("model.json"), change.apply(json));
    }

    private static List<String> texts(List<ReferenceRows.Row> rows) {
        return rows.stream().map(ReferenceRows.Row::text).toList();
    }

    private static double distance(Probabilities a, Probabilities b) {
        return Stream.of(Polarity.values())
                .mapToDouble(p -> Math.abs(a.of(p) - b.of(p)))
                .max()
                .orElseThrow();
    }
}
