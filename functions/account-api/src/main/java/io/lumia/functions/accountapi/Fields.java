package io.lumia.functions.accountapi;

import io.lumia.kernel.AppException;
import io.lumia.web.http.ApiRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the values of bodies and paths, and notes all that is wrong with them; what could not be read is null until then. */
public final class Fields {

    private Fields() {}

    /** What a parser makes of a value; unlike a parameter, one that is empty is a value too. */
    public static <T> @Nullable T read(
            ApiRequest request, String field, @Nullable String value, Function<String, T> parser) {
        if (value == null) {
            return null;
        }
        try {
            return parser.apply(value);
        } catch (AppException refusal) {
            request.refuse(field, refusal.getMessage());
            return null;
        }
    }

    /** The same for a list: what is wrong with the third is noted as {@code scopes[2]}. */
    public static <T> List<T> readAll(
            ApiRequest request, String field, @Nullable List<String> values, Function<String, T> parser) {
        List<T> read = new ArrayList<>();
        List<String> given = values == null ? List.of() : values;
        for (int i = 0; i < given.size(); i++) {
            T one = read(request, "%s[%d]".formatted(field, i), given.get(i), parser);
            if (one != null) {
                read.add(one);
            }
        }
        return read;
    }

    /** Of a request that was verified: what could not be read has ended it. */
    public static <T> T verified(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("a value that could not be read was let pass");
        }
        return value;
    }

    /** An id of the path, where nothing else can be wrong. */
    public static UUID id(ApiRequest request, String parameter, String value) {
        @Nullable UUID id = request.id(parameter, value);
        request.verify();
        return verified(id);
    }
}
