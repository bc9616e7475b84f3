package io.lumia.platform.lambda;

import io.lumia.kernel.AppException;

/** What a function may do with the object store or the database. */
public enum Access {
    NONE,
    READ,
    WRITE;

    static Access parse(String field, String text) {
        return switch (text) {
            case "none" -> NONE;
            case "read" -> READ;
            case "write" -> WRITE;
            default -> throw AppException.invalid(field, text, "none, read, write");
        };
    }
}
