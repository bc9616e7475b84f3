package io.lumia.platform.web;

import java.util.Locale;

/**
 * Why there is no answer, or none that was read to its end.
 *
 * @param detail for a person, without secrets
 * @param bytes  received before it broke off
 */
public record WebFailure(Kind kind, String detail, long bytes) implements WebResult {

    /** What went wrong. */
    public enum Kind {
        /** The name does not resolve. */
        NAME_UNKNOWN,
        /** Nobody listens there, or the network does not reach it. */
        CONNECTION_REFUSED,
        /** TLS failed: certificate, protocol. */
        TLS_FAILED,
        /** The time was up before the last byte. */
        TIMED_OUT,
        /** The connection broke, or the body is shorter than announced. */
        CUT_OFF,
        /** The body, decompressed, is larger than allowed. */
        TOO_LARGE,
        /** Host, scheme, address or redirect is one that we do not follow. */
        FORBIDDEN_ADDRESS,
        /** What came is no HTTP, or its content encoding is broken. */
        MALFORMED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
