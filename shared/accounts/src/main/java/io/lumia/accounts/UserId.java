package io.lumia.accounts;

import io.lumia.kernel.AppException;
import java.util.Optional;
import java.util.UUID;

/** Whose something is. Stays in the audit trail when the person's data are gone, and says nothing about the person. */
public record UserId(UUID value) implements Comparable<UserId> {

    /** Reads a UUID in its usual form. */
    public static UserId parse(String text) {
        try {
            UUID value = UUID.fromString(text);
            if (value.toString().equalsIgnoreCase(text)) {
                return new UserId(value);
            }
        } catch (IllegalArgumentException _) {
            // said below
        }
        throw AppException.invalid("user_id", text, "a UUID such as 01935a1e-0000-7000-8000-000000000001");
    }

    /** Likewise; empty for what is none, such as {@code local}. */
    public static Optional<UserId> find(String text) {
        try {
            return Optional.of(parse(text));
        } catch (AppException _) {
            return Optional.empty();
        }
    }

    @Override
    public int compareTo(UserId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
