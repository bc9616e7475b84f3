package io.lumia.sentiment.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lumia.kernel.AppException;
import io.lumia.sentiment.Lexicon;
import io.lumia.sentiment.ModelInfo;
import io.lumia.sentiment.ModelReading;
import io.lumia.sentiment.Polarity;
import io.lumia.sentiment.Probabilities;
import io.lumia.sentiment.SentimentModel;
import io.lumia.sentiment.TextKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibrationTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    private static final Lexicon SILENT = new Lexicon("silent-1", text -> 0.0);

    @TempDir
    Path folder;

    /** Softmax of (ln 0.2, ln 0.3, ln 0.5) / 0.5 is (0.04, 0.09, 0.25) / 0.38. */
    @Test
    void dividesLogitsByTheTemperature() {
        Probabilities sharper = new Temperature(0.5).apply(new Probabilities(0.2, 0.3, 0.5));

        assertThat(sharper.negative()).isCloseTo(0.04 / 0.38, within(1e-12));
        assertThat(sharper.neutral()).isCloseTo(0.09 / 0.38, within(1e-12));
        assertThat(sharper.positive()).isCloseTo(0.25 / 0.38, within(1e-12));
    }

    @Test
    void leavesProbabilitiesAloneAtTemperatureOne() {
        Probabilities raw = new Probabilities(0.0, 0.25, 0.75);

        assertThat(new Temperature(1.0).apply(raw).positive()).isCloseTo(0.75, within(1e-9));
        assertThatThrownBy(() -> new Temperature(0.0)).hasMessageContaining("temperature is '0.0'");
        assertThatThrownBy(() -> new Temperature(Double.NaN)).hasMessageContaining("temperature is 'NaN'");
    }

    /** A hundred answers of confidence 0.75 of which 60 are right miss by 0.15. */
    @Test
    void measuresHowFarConfidenceIsFromAccuracy() {
        List<Judged> judged =
                IntStream.range(0, 100).mapToObj(i -> new Judged(0.75, i < 60)).toList();

        ReliabilityTable table = ReliabilityTable.of(judged);

        assertThat(table.expectedCalibrationError()).isCloseTo(0.15, within(1e-12));
        assertThat(table.bins()).hasSize(10);
        assertThat(table.bins().get(7)).isEqualTo(new ReliabilityTable.Bin(0.7, 0.8, 100, 0.75, 0.6));
        assertThat(ReliabilityTable.of(List.of(new Judged(1.0, true)))
                        .bins()
                        .getLast()
                        .count())
                .isEqualTo(1);
        assertThat(ReliabilityTable.of(List.of()).expectedCalibrationError()).isZero();
    }

    /** Odds of 3 to 1 doubled are 6 to 1. */
    @Test
    void movesTheOddsByWhatTheAgreementIsWorth() {
        AgreementRule rule = new AgreementRule(Math.log(2.0), 0.0, -Math.log(3.0));

        assertThat(rule.apply(0.75, Agreement.AGREES)).isCloseTo(6.0 / 7.0, within(1e-12));
        assertThat(rule.apply(0.75, Agreement.DIFFERS)).isCloseTo(0.75, within(1e-12));
        assertThat(rule.apply(0.75, Agreement.OPPOSES)).isCloseTo(0.5, within(1e-12));
        assertThat(rule.apply(1.0, Agreement.OPPOSES)).isLessThan(1.0);
    }

    @Test
    void tellsAgreementFromOpposition() {
        assertThat(Agreement.between(Polarity.NEUTRAL, Polarity.NEUTRAL)).isEqualTo(Agreement.AGREES);
        assertThat(Agreement.between(Polarity.POSITIVE, Polarity.NEUTRAL)).isEqualTo(Agreement.DIFFERS);
        assertThat(Agreement.between(Polarity.POSITIVE, Polarity.NEGATIVE)).isEqualTo(Agreement.OPPOSES);
    }

    /** A staircase pools 1, 0 into a half each: (0.3 right, 0.4 wrong, 0.9 right) becomes 0.5, 0.5, 1. */
    @Test
    void poolsAdjacentViolators() {
        Isotonic staircase =
                Isotonic.fit(List.of(new Judged(0.9, true), new Judged(0.3, true), new Judged(0.4, false)));

        assertThat(staircase.apply(0.35)).isEqualTo(0.5);
        assertThat(staircase.apply(0.1)).isEqualTo(0.5);
        assertThat(staircase.apply(0.95)).isEqualTo(1.0);
    }

    /** A model that says 0.6 and is right nine times in ten: the temperature that makes 0.9 of it. */
    @Test
    void findsTheTemperatureThatMakesATimidModelHonest() {
        FitReport report = new CalibrationFit(new TimidModel(), SILENT).fit(labelled(), 1, TODAY);

        KindCalibration news = report.calibration().news();
        Probabilities calibrated = news.temperature().apply(new Probabilities(0.2, 0.2, 0.6));
        assertThat(calibrated.positive()).isCloseTo(0.9, within(0.01));
        assertThat(report.kinds().getFirst().before().expectedCalibrationError())
                .isCloseTo(0.3, within(1e-9));
        assertThat(report.kinds().getFirst().after().expectedCalibrationError()).isLessThan(0.02);
        assertThat(report.calibration().scoreVersion()).isEqualTo("timid-1+c1");
    }

    @Test
    void fitsTheSameAgain() {
        CalibrationFit fit = new CalibrationFit(new TimidModel(), SILENT);

        String first = CalibrationFile.json(fit.fit(labelled(), 1, TODAY).calibration());

        assertThat(CalibrationFile.json(fit.fit(labelled(), 1, TODAY).calibration()))
                .isEqualTo(first);
    }

    @Test
    void refusesTooFewTexts() {
        assertThatThrownBy(() -> new CalibrationFit(new TimidModel(), SILENT)
                        .fit(labelled().subList(0, 150), 1, TODAY))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("news texts to fit on is '75'; allowed: 100 or more");
    }

    @Test
    void writesWhatItReads() throws IOException {
        Calibration shipped = CalibrationFile.shipped();
        Path file = Files.writeString(folder.resolve("calibration.json"), CalibrationFile.json(shipped));

        assertThat(CalibrationFile.json(CalibrationFile.read(file))).isEqualTo(CalibrationFile.json(shipped));
        assertThat(shipped.modelVersion()).isEqualTo("fin-sentiment-1.0");
        assertThat(shipped.of(TextKind.NEWS).agreement()).isEqualTo(AgreementRule.NONE);
    }

    @Test
    void refusesACalibrationThatLacksAPart() throws IOException {
        Path file = Files.writeString(folder.resolve("calibration.json"), "{\"model_version\": \"m-1\"}");

        assertThatThrownBy(() -> CalibrationFile.read(file)).hasMessageContaining("calibration.json");
        assertThatThrownBy(() -> CalibrationFile.read(folder.resolve("none"))).hasMessageContaining("calibration file");
    }

    @Test
    void readsLabelledTexts() throws IOException {
        Path file = Files.writeString(folder.resolve("texts.csv"), "text,label\n\"Shares rise, a lot\",positive\n");

        assertThat(LabelledTexts.read(file))
                .containsExactly(new LabelledText("texts", "Shares rise, a lot", Polarity.POSITIVE));
        assertThat(LabelledTexts.kindOf("tw")).isEqualTo(TextKind.SOCIAL);
        assertThatThrownBy(() -> LabelledTexts.kindOf("blog")).hasMessageContaining("set is 'blog'");
        Files.writeString(file, "words,label\nx,positive\n");
        assertThatThrownBy(() -> LabelledTexts.read(file)).hasMessageContaining("one named text or sentence");
    }

    @Test
    void readsPublishedSetsByTheirOwnColumns() throws IOException {
        Path phrases =
                Files.writeString(folder.resolve("phrases.csv"), "label,sentence\nnegative,\"Sales fell , a lot .\"\n");
        Path tweets = Files.writeString(
                folder.resolve("tweets.csv"),
                "text,label,orig_split,label_name\n$BYND down,0,train,bearish\nup,1,train,bullish\n");
        Path codes = Files.writeString(folder.resolve("codes.csv"), "text,label\n$BYND down,0\n");

        assertThat(LabelledTexts.read(phrases))
                .containsExactly(new LabelledText("phrases", "Sales fell , a lot .", Polarity.NEGATIVE));
        assertThat(LabelledTexts.read(tweets))
                .extracting(LabelledText::label)
                .containsExactly(Polarity.NEGATIVE, Polarity.POSITIVE);
        assertThatThrownBy(() -> LabelledTexts.read(codes))
                .hasMessageContaining("label of line 2 is '0'")
                .hasMessageContaining("negative, neutral, positive");
    }

    @Test
    void readsLabelsOfEntities() throws IOException {
        Path file = Files.writeString(folder.resolve("entities.csv"), """
                S No.,Title,Decisions,Words
                1,SpiceJet to issue warrants,{'SpiceJet': 'neutral'},4
                2,"Moody's downgrades Tata, not A: B","{""Tata"": ""negative"", 'Moody's': 'neutral', 'A: B': 'neutral'}",8
                """);

        List<EntityLabels> read = EntityLabels.read(file);

        assertThat(read.getFirst().whole()).contains(Polarity.NEUTRAL);
        assertThat(read.getLast().whole()).isEmpty();
        assertThat(read.getLast().labels())
                .containsExactly(
                        Map.entry("Tata", Polarity.NEGATIVE),
                        Map.entry("Moody's", Polarity.NEUTRAL),
                        Map.entry("A: B", Polarity.NEUTRAL));
        Files.writeString(file, "Title,Decisions\nx,none\n");
        assertThatThrownBy(() -> EntityLabels.read(file)).hasMessageContaining("Decisions of line 2 is 'none'");
    }

    private static List<LabelledText> labelled() {
        List<LabelledText> texts = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            Polarity label = i / 2 % 10 == (i / 20) % 10 ? Polarity.NEGATIVE : Polarity.POSITIVE;
            texts.add(new LabelledText(i % 2 == 0 ? "news" : "social", "text " + i, label));
        }
        return texts;
    }

    private static final class TimidModel implements SentimentModel {

        @Override
        public List<ModelReading> read(List<String> texts) {
            return texts.stream()
                    .map(text -> new ModelReading(new Probabilities(0.2, 0.2, 0.6), 3, false))
                    .toList();
        }

        @Override
        public ModelInfo info() {
            return new ModelInfo("timid", "1", "none", List.of(Polarity.values()), 64);
        }
    }
}
