package io.lumia.infra.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One JSON object of a stage's file. Every field must be there; a value that may not be is noted and replaced by one that
 * may, so that reading goes on to the next fault. {@link #close} notes fields that nobody asked for.
 */
final class Section implements AutoCloseable {

    private final String path;
    private final JsonNode node;
    private final Faults faults;
    private final Set<String> asked = new HashSet<>();

    Section(String path, JsonNode node, Faults faults) {
        this.path = path;
        this.node = node;
        this.faults = faults;
        if (!node.isObject()) {
            faults.add(path.isEmpty() ? "the file" : path, shown(node), "an object");
        }
    }

    Section section(String field) {
        return new Section(path(field), value(field), faults);
    }

    int integer(String field, int least, int most) {
        JsonNode value = value(field);
        if (value.isInt() && value.intValue() >= least && value.intValue() <= most) {
            return value.intValue();
        }
        fault(field, shown(value), "a whole number from %d to %d".formatted(least, most));
        return least;
    }

    /** In steps of a half, as Aurora counts capacity. */
    double halves(String field, double least, double most) {
        JsonNode value = value(field);
        double number = value.doubleValue();
        if (value.isNumber() && number >= least && number <= most && number * 2 == Math.rint(number * 2)) {
            return number;
        }
        fault(field, shown(value), "%s to %s in steps of 0.5".formatted(least, most));
        return least;
    }

    boolean yesOrNo(String field) {
        JsonNode value = value(field);
        if (!value.isBoolean()) {
            fault(field, shown(value), "true, false");
        }
        return value.booleanValue();
    }

    String text(String field, Pattern allowed) {
        JsonNode value = value(field);
        if (!value.isTextual() || !allowed.matcher(value.textValue()).matches()) {
            fault(field, shown(value), allowed.pattern());
        }
        return value.asText();
    }

    /** As {@link #text}; empty where the field is absent. */
    String textIfThere(String field, Pattern allowed) {
        return has(field) ? text(field, allowed) : "";
    }

    /** A list of texts; empty where the field is absent. */
    List<String> textsIfThere(String field, Pattern allowed) {
        return has(field) ? texts(field, allowed) : List.of();
    }

    /** A list of texts, of which there must be one. */
    List<String> texts(String field, Pattern allowed) {
        JsonNode value = value(field);
        if (!value.isArray() || value.isEmpty()) {
            fault(field, shown(value), "a list of texts");
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode element : value) {
            if (element.isTextual() && allowed.matcher(element.textValue()).matches()) {
                texts.add(element.textValue());
            } else {
                fault(field, shown(element), allowed.pattern());
            }
        }
        return texts;
    }

    /** An enum's constant by its name in small letters. */
    <E extends Enum<E>> E choice(String field, E[] constants) {
        JsonNode value = value(field);
        for (E constant : constants) {
            if (value.isTextual() && value.textValue().equals(word(constant))) {
                return constant;
            }
        }
        fault(field, shown(value), Stream.of(constants).map(Section::word).collect(Collectors.joining(", ")));
        return constants[0];
    }

    /** Each element of a list of objects. */
    <T> List<T> list(String field, Function<Section, T> read) {
        JsonNode value = value(field);
        if (!value.isArray()) {
            fault(field, shown(value), "a list");
            return List.of();
        }
        List<T> elements = new ArrayList<>();
        for (int index = 0; index < value.size(); index++) {
            try (Section element = new Section("%s[%d]".formatted(path(field), index), value.get(index), faults)) {
                elements.add(read.apply(element));
            }
        }
        return elements;
    }

    /** Each member of an object whose names are data. */
    <T> Map<String, T> members(String field, Function<Section, T> read) {
        JsonNode value = value(field);
        if (!value.isObject()) {
            fault(field, shown(value), "an object");
            return Map.of();
        }
        Map<String, T> members = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            try (Section element = new Section(path(field) + "." + member.getKey(), member.getValue(), faults)) {
                members.put(member.getKey(), read.apply(element));
            }
        }
        return Collections.unmodifiableMap(members);
    }

    boolean has(String field) {
        return node.has(field);
    }

    void fault(String field, Object value, String allowed) {
        faults.add(path(field), value, allowed);
    }

    @Override
    public void close() {
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            if (!asked.contains(member.getKey())) {
                fault(member.getKey(), shown(member.getValue()), "absent, since nothing of that name is known");
            }
        }
    }

    private JsonNode value(String field) {
        asked.add(field);
        JsonNode value = node.get(field);
        return value == null ? MissingNode.getInstance() : value;
    }

    private String path(String field) {
        return path.isEmpty() ? field : path + "." + field;
    }

    private static String shown(JsonNode value) {
        return value.isMissingNode() ? "missing" : value.isTextual() ? value.textValue() : value.toString();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
