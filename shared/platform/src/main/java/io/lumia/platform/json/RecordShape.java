package io.lumia.platform.json;

import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.beans.BeanIntrospector;
import io.micronaut.core.type.Argument;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.config.SerdeConfiguration;
import io.micronaut.serde.config.annotation.SerdeConfig;
import io.micronaut.serde.config.naming.PropertyNamingStrategy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether a JSON value has the shape of a record: every component that is not {@code @Nullable} is present and not null,
 * and each value is of its component's kind (a number is no text, a fraction is no count). The mapper alone would turn a
 * missing list into an empty one, {@code true} into 1 and {@code [1]} into 1.
 *
 * <p>Types that are neither records nor of a known kind are the mapper's business.
 */
@Singleton
public final class RecordShape {

    /** What becomes of fields that the record does not have. */
    public enum UnknownFields {
        IGNORED,
        REFUSED
    }

    private static final int UUID_CHARACTERS = 36;

    private final PropertyNamingStrategy names;

    RecordShape(SerdeConfiguration configuration) {
        this.names =
                Objects.requireNonNullElse(configuration.getPropertyNamingStrategy(), PropertyNamingStrategy.IDENTITY);
    }

    /**
     * What does not fit.
     *
     * @param path      such as {@code filter.symbol}; empty for the whole
     * @param isUnknown whether the record has no such field
     */
    public record Fault(String path, boolean isUnknown, String message) {}

    /** Fails naming the path of the first field that does not fit. */
    void check(@Nullable JsonNode value, Class<?> type, UnknownFields unknownFields) throws IOException {
        List<Fault> faults = faults(value, type, unknownFields);
        if (!faults.isEmpty()) {
            throw new IOException(faults.getFirst().message());
        }
    }

    /** Everything that does not fit, in the order of the record's components. */
    public List<Fault> faults(@Nullable JsonNode value, Class<?> type, UnknownFields unknownFields) {
        if (value == null || value.isNull()) {
            return List.of(new Fault("", false, "there is no value"));
        }
        Walk walk = new Walk(unknownFields);
        walk.check("", value, Argument.of(type));
        return List.copyOf(walk.faults);
    }

    private String nameOf(Argument<?> component) {
        return component
                .getAnnotationMetadata()
                .stringValue(SerdeConfig.class, SerdeConfig.PROPERTY)
                .orElseGet(() -> names.translate(component));
    }

    /** The kind that was wanted, where the value is of another. */
    private static Optional<String> kindMissed(JsonNode value, Class<?> type) {
        if (type == UUID.class) {
            return isUuid(value) ? Optional.empty() : Optional.of("a UUID of 36 characters");
        }
        if (type == String.class || Temporal.class.isAssignableFrom(type)) {
            return value.isString() ? Optional.empty() : Optional.of("text");
        }
        if (type == boolean.class || type == Boolean.class) {
            return value.isBoolean() ? Optional.empty() : Optional.of("true or false");
        }
        if (type == long.class || type == Long.class || type == int.class || type == Integer.class) {
            return isWhole(value) ? Optional.empty() : Optional.of("a whole number");
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return value.isNumber() ? Optional.empty() : Optional.of("a number");
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return value.isArray() ? Optional.empty() : Optional.of("a list");
        }
        if (type.isRecord() || Map.class.isAssignableFrom(type)) {
            return value.isObject() ? Optional.empty() : Optional.of("an object");
        }
        return Optional.empty();
    }

    /** The Java class reads 1-2-3-4-5 as well. */
    private static boolean isUuid(JsonNode value) {
        return value.isString() && value.getStringValue().length() == UUID_CHARACTERS;
    }

    private static boolean isWhole(JsonNode value) {
        if (!value.isNumber()) {
            return false;
        }
        Number number = value.getNumberValue();
        return !(number instanceof Double || number instanceof Float || number instanceof BigDecimal);
    }

    /** One look through one value. */
    private final class Walk {

        private final UnknownFields unknownFields;
        private final List<Fault> faults = new ArrayList<>();

        Walk(UnknownFields unknownFields) {
            this.unknownFields = unknownFields;
        }

        void check(String path, JsonNode value, Argument<?> type) {
            Optional<String> wanted = kindMissed(value, type.getType());
            if (wanted.isPresent()) {
                String what = path.isEmpty() ? "the whole" : path;
                faults.add(new Fault(path, false, "%s must be %s".formatted(what, wanted.get())));
            } else if (type.getType().isRecord()) {
                checkComponents(path, value, type.getType());
            } else if (Collection.class.isAssignableFrom(type.getType())) {
                checkElements(path, value, type.getFirstTypeVariable().orElse(Argument.OBJECT_ARGUMENT));
            } else if (Map.class.isAssignableFrom(type.getType())) {
                checkEntries(path, value, type.getTypeVariable("V").orElse(Argument.OBJECT_ARGUMENT));
            }
        }

        private void checkComponents(String path, JsonNode value, Class<?> type) {
            Optional<? extends BeanIntrospection<?>> introspection = BeanIntrospector.SHARED.findIntrospection(type);
            if (introspection.isEmpty()) {
                return;
            }
            Set<String> known = new HashSet<>();
            for (Argument<?> component : introspection.get().getConstructorArguments()) {
                String name = nameOf(component);
                known.add(name);
                checkPresence(inside(path, name), value.get(name), component);
            }
            if (unknownFields == UnknownFields.REFUSED) {
                refuseUnknown(path, value, known);
            }
        }

        private void refuseUnknown(String path, JsonNode value, Set<String> known) {
            for (Map.Entry<String, JsonNode> entry : value.entries()) {
                if (!known.contains(entry.getKey())) {
                    String unknown = inside(path, entry.getKey());
                    String allowed = String.join(", ", new TreeSet<>(known));
                    faults.add(new Fault(unknown, true, "%s is not known; allowed: [%s]".formatted(unknown, allowed)));
                }
            }
        }

        private static String inside(String path, String name) {
            return path.isEmpty() ? name : path + "." + name;
        }

        private void checkElements(String path, JsonNode list, Argument<?> type) {
            int index = 0;
            for (JsonNode element : list.values()) {
                checkPresence("%s[%d]".formatted(path, index++), element, type);
            }
        }

        private void checkEntries(String path, JsonNode map, Argument<?> type) {
            for (Map.Entry<String, JsonNode> entry : map.entries()) {
                checkPresence(inside(path, entry.getKey()), entry.getValue(), type);
            }
        }

        private void checkPresence(String path, @Nullable JsonNode value, Argument<?> type) {
            if (value != null && !value.isNull()) {
                check(path, value, type);
            } else if (!type.isNullable()) {
                faults.add(new Fault(path, false, path + " is missing or null"));
            }
        }
    }
}
