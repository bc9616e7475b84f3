package io.lumia.news.text;

import io.lumia.platform.hash.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What is equal for two addresses of the same article. It is a key to compare and to look up by, not an address to
 * fetch or to show: the article keeps its own.
 *
 * <ul>
 *   <li>only http and https; both become https. Everything else, also a URL with user or password, with a bad port or
 *       host, or longer than {@value #LENGTH} characters, has none;
 *   <li>scheme and host in lower case, international names in their ASCII form (IDNA 2003), default ports dropped;
 *   <li>the first label of the host dropped where it names a look and not a site: {@code www, m, mobile, amp};
 *   <li>fragment dropped, dot segments resolved, percent-encoding of unreserved characters undone, other escapes in
 *       upper case (RFC 3986, section 6.2.2), no trailing slash, no {@code /amp} at the beginning or the end of the path;
 *   <li>parameters that say where a reader came from dropped, the others sorted: {@link UrlParameters};
 *   <li>the redirectors of Google (alerts, AMP), Facebook, Reddit and AMP's cache unwrapped, {@value #WRAPPINGS} deep:
 *       {@link Redirectors}.
 * </ul>
 *
 * <p>The case of path and parameters is kept: servers may tell them apart.
 */
public record CanonicalUrl(String value) {

    /** UTF-16 units of a URL; what common browsers and sitemaps (sitemaps.org: 2,048) agree on. */
    public static final int LENGTH = 2_048;

    static final int WRAPPINGS = 3;

    /** Empty where the text is no web address by the rules above. */
    public static Optional<CanonicalUrl> parse(String raw) {
        String address = raw.strip();
        for (int wrapping = 0; wrapping <= WRAPPINGS; wrapping++) {
            Optional<UrlParts> parts = address.length() > LENGTH ? Optional.empty() : UrlParts.parse(address);
            if (parts.isEmpty()) {
                return Optional.empty();
            }
            Optional<String> target = Redirectors.targetOf(parts.get());
            if (target.isEmpty()) {
                return Optional.of(new CanonicalUrl(parts.get().canonical()));
            }
            address = target.get();
        }
        return Optional.empty();
    }

    /** SHA-256 in lower-case hex, 64 characters: short enough for an index, whatever the URL's length. */
    public String hash() {
        return Sha256.hexOf(value.getBytes(StandardCharsets.UTF_8));
    }
}
