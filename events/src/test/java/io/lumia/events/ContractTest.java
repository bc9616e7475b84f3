package io.lumia.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lumia.platform.event.EventEnvelope;
import io.lumia.platform.json.JsonCodec;
import io.micronaut.context.ApplicationContext;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Record, schema and samples of every message agree. Messages are found by looking, so a new one without its schema or
 * samples fails here.
 */
class ContractTest {

    private static final ApplicationContext CONTEXT = ApplicationContext.run();
    private static final JsonCodec JSON = CONTEXT.getBean(JsonCodec.class);

    /** 1 and 1.0 are the same number, written by different hands. */
    private static final Comparator<JsonNode> SAME_VALUE = (left, right) -> {
        boolean equal = left.isNumber() && right.isNumber()
                ? left.decimalValue().compareTo(right.decimalValue()) == 0
                : left.equals(right);
        return equal ? 0 : 1;
    };

    static Stream<MessageFolder> messages() {
        return MessageFolder.all().stream();
    }

    @AfterAll
    static void close() {
        CONTEXT.close();
    }

    @Test
    void findsTheMessages() {
        assertThat(MessageFolder.all())
                .extracting(MessageFolder::name)
                .contains("collectrequested/v1", "pricesloaded/v1");
    }

    @ParameterizedTest
    @MethodSource("messages")
    void liesInAFolderNamedAfterItsRecordAndVersion(MessageFolder message) {
        assertThat(message.type().isRecord()).isTrue();
        assertThat(message.name())
                .matches("[a-z]+/v[1-9][0-9]*")
                .startsWith(message.type().getSimpleName().toLowerCase(Locale.ROOT) + "/");
    }

    @ParameterizedTest
    @MethodSource("messages")
    void hasAnIdOfItsOwn(MessageFolder message) {
        List<String> names = Arrays.stream(message.type().getRecordComponents())
                .map(RecordComponent::getName)
                .toList();

        assertThat(names.getFirst()).isEqualTo(message.isEvent() ? "eventId" : "messageId");
    }

    @ParameterizedTest
    @MethodSource("messages")
    void hasASchemaWithTheRecordsFields(MessageFolder message) {
        JsonNode schema = message.schema();

        assertThat(schema.path("$schema").asText()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(schema.path("title").asText()).isEqualTo(message.type().getSimpleName());
        assertThat(schema.path("$id").asText())
                .isEqualTo("urn:lumia:event:%s:%s"
                        .formatted(
                                separated(message.type().getSimpleName(), "-"),
                                message.folder().getFileName()));
        assertSameFields(message.type(), schema, schema);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void hasValidAndInvalidSamplesAndAnEventOneAsDelivered(MessageFolder message) {
        assertThat(message.validSamples()).as("valid").hasSizeGreaterThanOrEqualTo(2);
        assertThat(message.invalidSamples()).as("invalid").hasSizeGreaterThanOrEqualTo(3);
        assertThat(message.deliveredSamples()).as("delivered").hasSizeBetween(message.isEvent() ? 1 : 0, 1);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void readsAndWritesItsValidSamplesWithoutChange(MessageFolder message) {
        for (Path sample : message.validSamples()) {
            String text = MessageFolder.text(sample);
            Object value = JSON.read(text, message.type());
            String written = JSON.write(value);

            assertThat(message.validate(text)).as(sample.toString()).isEmpty();
            assertThat(message.validate(written)).as("written from " + sample).isEmpty();
            assertThat(MessageFolder.tree(written).equals(SAME_VALUE, MessageFolder.tree(text)))
                    .as("%s%nwritten: %s", sample, written)
                    .isTrue();
            assertThat((Object) JSON.read(written, message.type())).isEqualTo(value);
        }
    }

    @ParameterizedTest
    @MethodSource("messages")
    void refusesItsInvalidSamplesForOneReasonEach(MessageFolder message) {
        for (Path sample : message.invalidSamples()) {
            assertThat(message.validate(MessageFolder.text(sample)))
                    .as(sample.toString())
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("messages")
    void takesAFieldThatANewerSenderAdded(MessageFolder message) {
        String text = MessageFolder.text(message.validSamples().getFirst());
        ObjectNode newer = (ObjectNode) MessageFolder.tree(text);
        newer.put("added_later", true);

        assertThat((Object) JSON.read(newer.toString(), message.type())).isEqualTo(JSON.read(text, message.type()));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void unwrapsADeliveredEventToAValidOne(MessageFolder message) {
        for (Path sample : message.deliveredSamples()) {
            EventEnvelope event = EventEnvelope.parse(MessageFolder.text(sample), JSON);

            assertThat(event.source()).startsWith("lumia.");
            assertThat(message.validate(event.detail())).isEmpty();
            assertThat(event.detailAs(message.type(), JSON)).isNotNull();
        }
    }

    private static void assertSameFields(Class<?> type, JsonNode schema, JsonNode document) {
        List<String> fields = Arrays.stream(type.getRecordComponents())
                .map(component -> separated(component.getName(), "_"))
                .toList();
        assertThat(names(schema.path("properties"))).as("properties of " + type).isEqualTo(fields);
        assertThat(texts(schema.path("required"))).as("required of " + type).isEqualTo(fields);
        assertThat(schema.path("additionalProperties").asBoolean(true))
                .as("closed: " + type)
                .isFalse();
        for (RecordComponent component : type.getRecordComponents()) {
            JsonNode property = schema.path("properties").path(separated(component.getName(), "_"));
            boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            assertThat(allowsNull(property)).as("null in " + component).isEqualTo(nullable);
            recordIn(component.getAnnotatedType())
                    .ifPresent(inner -> assertSameFields(inner, objectIn(property, document), document));
        }
    }

    private static Optional<Class<?>> recordIn(AnnotatedType type) {
        AnnotatedType inner =
                type instanceof AnnotatedParameterizedType list ? list.getAnnotatedActualTypeArguments()[0] : type;
        return inner.getType() instanceof Class<?> candidate && candidate.isRecord()
                ? Optional.of(candidate)
                : Optional.empty();
    }

    private static boolean allowsNull(JsonNode property) {
        return texts(property.path("type")).contains("null");
    }

    /** The object schema behind a list or a reference. */
    private static JsonNode objectIn(JsonNode property, JsonNode document) {
        JsonNode schema = property.has("items") ? property.path("items") : property;
        String reference = schema.path("$ref").asText();
        return reference.isEmpty() ? schema : document.at(reference.substring(1));
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> texts(JsonNode array) {
        return elements(array).map(JsonNode::asText).toList();
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        List<JsonNode> elements = new ArrayList<>();
        array.elements().forEachRemaining(elements::add);
        return elements.stream();
    }

    private static String separated(String camelCase, String separator) {
        return camelCase.replaceAll("(?<=.)([A-Z])", separator + "$1").toLowerCase(Locale.ROOT);
    }
}
