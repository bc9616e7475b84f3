package io.lumia.platform.metrics;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One line of the embedded metric format, in which a metric, a dimension and any other property each stand once (Amazon
 * CloudWatch User Guide, "Specification: Embedded metric format").
 */
final class EmfLine {

    private static final JsonFactory JSON = new JsonFactory();

    private final Map<LabelKey, Label> labels = new LinkedHashMap<>();
    private final Map<Measure, List<Double>> values = new LinkedHashMap<>();

    /** Whether none of its labels has another value here and the line does not have the number already. */
    boolean takes(Series series) {
        return !values.containsKey(series.measure())
                && series.labels().stream().allMatch(label -> labels.getOrDefault(label.key(), label)
                        .equals(label));
    }

    void add(Series series, List<Double> taken) {
        series.labels().forEach(label -> labels.put(label.key(), label));
        values.put(series.measure(), List.copyOf(taken));
    }

    /** @param around further properties; a label of the same name wins */
    String json(String namespace, long timestampMillis, Map<String, String> around) {
        Map<String, String> properties = new LinkedHashMap<>(around);
        labels.values().forEach(label -> properties.put(label.key().text(), label.value()));
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeObjectFieldStart("_aws");
            json.writeNumberField("Timestamp", timestampMillis);
            json.writeArrayFieldStart("CloudWatchMetrics");
            for (Measure measure : values.keySet()) {
                writeDirective(json, namespace, measure);
            }
            json.writeEndArray();
            json.writeEndObject();
            for (Map.Entry<String, String> property : properties.entrySet()) {
                json.writeStringField(property.getKey(), property.getValue());
            }
            for (Map.Entry<Measure, List<Double>> entry : values.entrySet()) {
                writeValues(json, entry.getKey(), entry.getValue());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void writeDirective(JsonGenerator json, String namespace, Measure measure) throws IOException {
        json.writeStartObject();
        json.writeStringField("Namespace", namespace);
        json.writeArrayFieldStart("Dimensions");
        for (List<LabelKey> dimensions : measure.dimensionSets()) {
            json.writeStartArray();
            for (LabelKey dimension : dimensions) {
                json.writeString(dimension.text());
            }
            json.writeEndArray();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("Metrics");
        json.writeStartObject();
        json.writeStringField("Name", measure.text());
        json.writeStringField("Unit", unit(measure));
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    /** CloudWatch knows neither hours nor fractions. */
    private static String unit(Measure measure) {
        return switch (measure) {
            case Counter _ -> "Count";
            case Gauge _ -> "None";
            case Timing _ -> "Milliseconds";
        };
    }

    private static void writeValues(JsonGenerator json, Measure measure, List<Double> values) throws IOException {
        json.writeFieldName(measure.text());
        if (values.size() == 1) {
            json.writeNumber(values.getFirst());
            return;
        }
        json.writeStartArray();
        for (double value : values) {
            json.writeNumber(value);
        }
        json.writeEndArray();
    }
}
