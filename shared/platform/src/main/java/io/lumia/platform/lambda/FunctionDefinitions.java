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

/**
 * Finds {@code functions/<name>/function.json} on the class path, in jars and folders alike. The names are given, since a
 * class path cannot be listed; a function whose file is missing, there twice or named otherwise is refused, and so is a
 * set of functions that does not fit together.
 */
@Singleton
public final class FunctionDefinitions {

    private final JsonCodec json;
    private final ClassLoader classPath;

    @Inject
    public FunctionDefinitions(JsonCodec json) {
        this(json, FunctionDefinitions.class.getClassLoader());
    }

    FunctionDefinitions(JsonCodec json, ClassLoader classPath) {
        this.json = json;
        this.classPath = classPath;
    }

    /** Reads one file's text; the name is only for messages. */
    public FunctionDefinition parse(String name, String text) {
        return new FunctionFileReader(name, json).read(text);
    }

    /** In the order of the names. */
    public List<FunctionDefinition> load(Collection<String> names) {
        List<FunctionDefinition> functions = names.stream().map(this::load).toList();
        FunctionGraph.check(functions);
        return functions;
    }

    private FunctionDefinition load(String name) {
        String location = "functions/%s/function.json".formatted(name);
        FunctionDefinition function = parse(name, text(location));
        if (!function.name().equals(name)) {
            throw AppException.invalid("name in " + location, function.name(), "its folder's name, " + name);
        }
        return function;
    }

    private String text(String location) {
        URL file = only(location);
        try (InputStream content = file.openStream()) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AppException(ErrorCode.INTERNAL, "cannot read %s: %s".formatted(file, e.getMessage()), e);
        }
    }

    private URL only(String location) {
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
