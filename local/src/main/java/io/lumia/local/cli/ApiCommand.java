package io.lumia.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.local.runtime.Installation;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;

/** A command that asks an installation's API and shows what it says. */
abstract class ApiCommand extends LumiaCommand {

    @Mixin
    private DataOption data = new DataOption();

    @Override
    final int run() throws Exception {
        check();
        try (Installation installation = Installation.open(data.folder(this), spec().qualifiedName("-"))) {
            return ask(installation, new CollectionApi(installation.functions()));
        }
    }

    /** Refuses arguments that no installation has to be started for. */
    void check() {}

    /** Does it; returns the exit code. */
    abstract int ask(Installation installation, CollectionApi api) throws Exception;

    /** A value as a cell of a table; null, shown as a dash, where there is none. */
    static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (value.isArray()) {
            String joined = StreamSupport.stream(value.spliterator(), false)
                    .map(JsonNode::asText)
                    .collect(Collectors.joining(", "));
            return joined.isEmpty() ? null : joined;
        }
        return value.isMissingNode() || value.isNull() || value.asText().isEmpty() ? null : value.asText();
    }

    /** {@code 3 unreachable, 1 loaded} of an object of counts. */
    static @Nullable String counts(JsonNode counts) {
        String joined = counts.properties().stream()
                .map(entry -> "%s %s".formatted(entry.getValue().asText(), entry.getKey()))
                .collect(Collectors.joining(", "));
        return joined.isEmpty() ? null : joined;
    }

    /** A text on one line, cut; null where there is none. */
    static @Nullable String cut(@Nullable String text, int most) {
        return text == null ? null : line(text, most);
    }

    /** A text on one line, cut. */
    static String line(String text, int most) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= most ? line : line.substring(0, most) + "…";
    }

    static String orEmpty(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
