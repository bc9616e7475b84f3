package io.lumia.news.text;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses that only carry another one. Nothing is fetched: the target is read from the address itself. */
final class Redirectors {

    private static final Pattern GOOGLE = Pattern.compile("(www\\.)?google\\.[a-z]{2,3}(\\.[a-z]{2})?");

    /** {@code /c/s/target} for https, {@code /c/target} for http; {@code v} and {@code i} are other kinds of content. */
    private static final Pattern AMP_CACHE_PATH = Pattern.compile("/[cvi]/(?:s/)?(.+)");

    private static final Pattern AMP_VIEWER_PATH = Pattern.compile("/amp/(?:s/)?(.+)");

    private Redirectors() {}

    static Optional<String> targetOf(UrlParts parts) {
        String host = parts.host();
        if (GOOGLE.matcher(host).matches()) {
            return parts.path().equals("/url")
                    ? named(parts, List.of("url", "q"))
                    : inPath(AMP_VIEWER_PATH.matcher(parts.path()), parts);
        }
        if (host.endsWith(".cdn.ampproject.org")) {
            return inPath(AMP_CACHE_PATH.matcher(parts.path()), parts);
        }
        return switch (host) {
            case "l.facebook.com", "lm.facebook.com" -> named(parts, List.of("u"));
            case "out.reddit.com" -> named(parts, List.of("url"));
            default -> Optional.empty();
        };
    }

    private static Optional<String> named(UrlParts parts, List<String> names) {
        return names.stream()
                .flatMap(name -> UrlParameters.find(parts.query(), name).stream())
                .filter(target -> !target.isEmpty())
                .findFirst();
    }

    private static Optional<String> inPath(Matcher path, UrlParts parts) {
        String query = parts.query().isEmpty() ? "" : "?" + parts.query();
        return path.matches() ? Optional.of("https://" + path.group(1) + query) : Optional.empty();
    }
}
