package io.lumia.recommendation.request;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** One of a few words that a request can say, in lower case. */
public interface Choice {

    String name();

    default String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** By code; empty where it is none of them. */
    static <E extends Enum<E> & Choice> Optional<E> find(Class<E> type, String code) {
        return Arrays.stream(type.getEnumConstants())
                .filter(choice -> choice.code().equals(code))
                .findFirst();
    }

    static <E extends Enum<E> & Choice> String allowed(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Choice::code).collect(Collectors.joining(", "));
    }
}
