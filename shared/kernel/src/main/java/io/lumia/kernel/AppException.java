package io.lumia.kernel;

import java.util.Objects;

/** A failure with a code. The message is for the person who has to act: what, which value, what was allowed. */
public final class AppException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    public AppException(ErrorCode code, String message) {
        super(message);
        this.code = code;
    }

    public AppException(ErrorCode code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** A refused value: names the field, shows the value (cut to 80 characters) and what was allowed. */
    public static AppException invalid(String field, Object value, String allowed) {
        return new AppException(
                ErrorCode.INVALID_INPUT, "%s is '%s'; allowed: %s".formatted(field, shown(value), allowed));
    }

    public ErrorCode code() {
        return code;
    }

    /** Never null: every constructor wants one. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }

    private static String shown(Object value) {
        String text = String.valueOf(value);
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }
}
