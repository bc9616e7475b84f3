package io.lumia.platform.lambda;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.platform.json.JsonCodec;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;

/**
 * Finds {@code functions/<name>/function.json} on the class path, in jars and folders alike. The names are given, since a
 * class path cannot be listed; a function whose file is missing, there twice or named otherwise is refused, and so is a
 * set of functions that does not fit together.
 */
@Singleton
public final class FunctionDefinitions {

    private static final ClassLoader OURS = FunctionDefinitions.class.getClassLoader();

    private final JsonCodec json;
    private final ClassLoader classPath;

    @Inject
    public FunctionDefinitions(JsonCodec json) {
        this(json, OURS);
    }

    FunctionDefinitions(JsonCodec json, ClassLoader classPath) {
        this.json = json;
        this.classPath = classPath;
    }

    /** Reads one file's text; the name is only for messages. */
    public FunctionDefinition parse(String name, String text) {
        return new FunctionFileReader(name, json).read(text);
    }

    /** Reads {@code function.json} texts by their folders' names, as {@link #load} does from the class path. */
    public List<FunctionDefinition> parseAll(SortedMap<String, String> texts) {
        return checked(texts.entrySet().stream()
                .map(file -> named(file.getKey(), file.getValue()))
                .toList());
    }

    /** In the order of the names. */
    public List<FunctionDefinition> load(Collection<String> names) {
        return checked(names.stream()
                .map(name -> named(name, text(location(name), classPath)))
                .toList());
    }

    /** A function's file as it stands, for whoever needs something of it before there is a codec. */
    public static String text(String name) {
        return text(location(name), OURS);
    }

    private static List<FunctionDefinition> checked(List<FunctionDefinition> functions) {
        FunctionGraph.check(functions);
        return functions;
    }

    private FunctionDefinition named(String name, String text) {
        FunctionDefinition function = parse(name, text);
        if (!function.name().equals(name)) {
            throw AppException.invalid("name in " + location(name), function.name(), "its folder's name, " + name);
        }
        return function;
    }

    private static String location(String name) {
        return "functions/%s/function.json".formatted(name);
    }

    private static String text(String location, ClassLoader classPath) {
        URL file = only(location, classPath);
        try (InputStream content = file.openStream()) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AppException(ErrorCode.INTERNAL, "cannot read %s: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static URL only(String location, ClassLoader classPath) {
        try {
            List<URL> found = Collections.list(classPath.getResources(location));
            if (found.size() != 1) {
                throw new AppException(
                        ErrorCode.INTERNAL, "%s must be on the class path once; found: %s".formatted(location, found));
            }
            return found.getFirst();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot search the class path for " + location, e);
        }
    }
}
