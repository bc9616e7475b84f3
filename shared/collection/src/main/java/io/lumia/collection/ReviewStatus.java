package io.lumia.collection;

import io.lumia.kernel.AppException;
import java.util.Locale;

/** What became of a row that was set aside. A decision is final. */
public enum ReviewStatus {
    /** Nobody has decided. */
    WAITING,
    /** It is right: our books hold it. */
    RELEASED,
    /** It is wrong, and stays out however often it is collected again. */
    REJECTED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static ReviewStatus parse(String text) {
        for (ReviewStatus status : values()) {
            if (status.code().equals(text)) {
                return status;
            }
        }
        throw AppException.invalid("status", text, "waiting, released, rejected");
    }
}
