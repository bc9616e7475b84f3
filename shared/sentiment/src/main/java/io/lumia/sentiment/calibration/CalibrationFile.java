package io.lumia.sentiment.calibration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.sentiment.Polarity;
import io.lumia.sentiment.Probabilities;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** A calibration as JSON: the one that ships, or one that was fitted for another model. */
public final class CalibrationFile {

    private static final String SHIPPED = "/io/lumia/sentiment/calibration.json";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    /** The file's shape: dates and distributions as people read them. */
    private record Shape(
            String modelVersion, String lexiconVersion, int revision, String fittedOn, Kind news, Kind social) {

        static Shape of(Calibration calibration) {
            return new Shape(
                    calibration.modelVersion(),
                    calibration.lexiconVersion(),
                    calibration.revision(),
                    calibration.fittedOn().toString(),
                    Kind.of(calibration.news()),
                    Kind.of(calibration.social()));
        }

        Calibration calibration() {
            return new Calibration(
                    modelVersion,
                    lexiconVersion,
                    revision,
                    LocalDate.parse(fittedOn),
                    news.calibration(),
                    social.calibration());
        }
    }

    private record Kind(
            int texts, double temperature, double threshold, AgreementRule agreement, Map<String, double[]> lexicon) {

        static Kind of(KindCalibration kind) {
            LexiconTable lexicon = kind.lexicon();
            return new Kind(
                    kind.texts(),
                    kind.temperature().value(),
                    kind.threshold(),
                    kind.agreement(),
                    new TreeMap<>(Map.of(
                            Polarity.NEGATIVE.word(), shares(lexicon.negative()),
                            Polarity.NEUTRAL.word(), shares(lexicon.neutral()),
                            Polarity.POSITIVE.word(), shares(lexicon.positive()))));
        }

        KindCalibration calibration() {
            return new KindCalibration(
                    texts,
                    new Temperature(temperature),
                    agreement,
                    new LexiconTable(row(Polarity.NEGATIVE), row(Polarity.NEUTRAL), row(Polarity.POSITIVE)),
                    threshold);
        }

        private Probabilities row(Polarity polarity) {
            double[] shares = lexicon.get(polarity.word());
            if (shares == null || shares.length != Polarity.values().length) {
                throw AppException.invalid("calibration lexicon " + polarity.word(), "absent", "three shares");
            }
            return new Probabilities(shares[0], shares[1], shares[2]);
        }

        private static double[] shares(Probabilities shares) {
            return new double[] {shares.negative(), shares.neutral(), shares.positive()};
        }
    }

    private CalibrationFile() {}

    /** The calibration of the model that ships. */
    public static Calibration shipped() {
        try (InputStream content = CalibrationFile.class.getResourceAsStream(SHIPPED)) {
            return parse(Objects.requireNonNull(content, SHIPPED).readAllBytes(), SHIPPED);
        } catch (IOException e) {
            throw new AppException(ErrorCode.INTERNAL, "calibration %s cannot be read: %s".formatted(SHIPPED, e), e);
        }
    }

    /** A calibration for another model, as a fit wrote it. */
    public static Calibration read(Path file) {
        try {
            return parse(Files.readAllBytes(file), file.toString());
        } catch (IOException e) {
            throw AppException.invalid("calibration file", file, "a readable file");
        }
    }

    public static String json(Calibration calibration) {
        try {
            return JSON.writeValueAsString(Shape.of(calibration)) + "\n";
        } catch (JsonProcessingException e) {
            throw new AppException(ErrorCode.INTERNAL, "a calibration cannot be written as JSON: " + e, e);
        }
    }

    private static Calibration parse(byte[] json, String where) {
        try {
            return JSON.readValue(json, Shape.class).calibration();
        } catch (IOException | java.time.DateTimeException e) {
            throw AppException.invalid("calibration " + where, e, "JSON as a fit writes it");
        }
    }
}
