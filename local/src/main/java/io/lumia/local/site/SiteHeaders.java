package io.lumia.local.site;

import java.util.Map;

/**
 * The headers that the site has behind CloudFront ({@code SiteStack} in infra-cdk sets them there), but for those that need
 * TLS: {@code Strict-Transport-Security} and {@code upgrade-insecure-requests} would send a browser to an https that is not
 * here.
 */
final class SiteHeaders {

    static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
                    + "manifest-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    static final Map<String, String> ALL = Map.of(
            "Content-Security-Policy", CONTENT_SECURITY_POLICY,
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "strict-origin-when-cross-origin",
            "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin");

    private SiteHeaders() {}
}
