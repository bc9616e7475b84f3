package io.lumia.platform.web;

import io.lumia.kernel.AppException;

/**
 * How this installation asks other people's servers.
 *
 * @param version       of Lumia, as it introduces itself
 * @param contact       of the operator, a mail address or web page that a provider can turn to; empty where none is given
 * @param allowLoopback whether endpoints on this machine may be asked, and over http: for a stub provider
 */
public record WebSettings(String version, String contact, boolean allowLoopback) {

    private static final String ALLOWED_CONTACT = "[\\x21-\\x7e&&[^()\\\\]]{0,200}";

    public WebSettings {
        contact = contact.strip();
        if (!contact.matches(ALLOWED_CONTACT)) {
            throw AppException.invalid(
                    "lumia.providers.contact",
                    contact,
                    "a mail address or web address of at most 200 printable ASCII characters, without blanks or brackets");
        }
    }

    /** {@code Lumia/0.1.0 (+ops@example.org)}. */
    String userAgent() {
        return contact.isEmpty() ? "Lumia/" + version : "Lumia/%s (+%s)".formatted(version, contact);
    }
}
