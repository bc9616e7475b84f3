package io.lumia.news.text;

import java.net.IDN;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A web address split by RFC 3986, forgivingly: feeds carry blanks and bars that {@link java.net.URI} refuses.
 *
 * @param host  lower case, ASCII
 * @param port  with its colon, or empty for the default
 * @param path  as received, beginning with a slash, or empty
 * @param query as received, without question mark, or empty
 */
record UrlParts(String host, String port, String path, String query) {

    private static final Set<String> LOOKS = Set.of("www", "m", "mobile", "amp");
    private static final int LAST_PORT = 65_535;
    private static final int HOST_LENGTH = 253;

    static Optional<UrlParts> parse(String address) {
        int colon = address.indexOf("://");
        if (colon < 0) {
            return Optional.empty();
        }
        String scheme = address.substring(0, colon).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            return Optional.empty();
        }
        String rest = before(address.substring(colon + 3), "#");
        String authority = before(before(rest, "?"), "/");
        String path = before(rest.substring(authority.length()), "?");
        String query = rest.substring(Math.min(rest.length(), authority.length() + path.length() + 1));
        return ofAuthority(authority, path, query);
    }

    private static Optional<UrlParts> ofAuthority(String authority, String path, String query) {
        int colon = authority.startsWith("[") ? authority.indexOf("]:") + 1 : authority.indexOf(':');
        String host = colon <= 0 ? authority : authority.substring(0, colon);
        Optional<String> port = colon <= 0 ? Optional.of("") : portOf(authority.substring(colon + 1));
        Optional<String> ascii = asciiHost(host);
        return ascii.isEmpty() || port.isEmpty()
                ? Optional.empty()
                : Optional.of(new UrlParts(ascii.get(), port.get(), path, query));
    }

    /** Both default ports go, whatever the scheme: it becomes https anyway. */
    private static Optional<String> portOf(String digits) {
        if (digits.isEmpty() || digits.equals("80") || digits.equals("443")) {
            return Optional.of("");
        }
        boolean number = digits.length() <= 5 && digits.chars().allMatch(digit -> digit >= '0' && digit <= '9');
        if (!number || Integer.parseInt(digits) > LAST_PORT || Integer.parseInt(digits) == 0) {
            return Optional.empty();
        }
        return Optional.of(":" + Integer.parseInt(digits));
    }

    private static Optional<String> asciiHost(String host) {
        try {
            String ascii = host.startsWith("[") ? host : IDN.toASCII(host);
            String lower = ascii.toLowerCase(Locale.ROOT);
            String undotted = lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
            return isHost(undotted) ? Optional.of(undotted) : Optional.empty();
        } catch (IllegalArgumentException noInternationalName) {
            return Optional.empty();
        }
    }

    private static boolean isHost(String host) {
        if (host.isEmpty() || host.length() > HOST_LENGTH || host.startsWith(".") || host.contains("..")) {
            return false;
        }
        if (host.startsWith("[")) {
            return host.endsWith("]") && host.chars().allMatch(sign -> "[]:.0123456789abcdef".indexOf(sign) >= 0);
        }
        return host.chars()
                .allMatch(sign ->
                        (sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9') || "-._".indexOf(sign) >= 0);
    }

    String canonical() {
        String parameters = UrlParameters.kept(query);
        return "https://" + site() + port + canonicalPath() + (parameters.isEmpty() ? "" : "?" + parameters);
    }

    private String site() {
        int dot = host.indexOf('.');
        boolean look = dot > 0 && LOOKS.contains(host.substring(0, dot)) && host.indexOf('.', dot + 1) > 0;
        return look ? host.substring(dot + 1) : host;
    }

    private String canonicalPath() {
        Deque<String> segments = new ArrayDeque<>();
        for (String segment : PercentCoding.normal(path).split("/")) {
            if (segment.equals("..")) {
                segments.pollLast();
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.addLast(segment);
            }
        }
        dropAmp(segments);
        return segments.isEmpty() ? "" : "/" + String.join("/", segments);
    }

    private static void dropAmp(Deque<String> segments) {
        if (segments.size() > 1 && segments.getLast().equals("amp")) {
            segments.removeLast();
        }
        if (segments.size() > 1 && segments.getFirst().equals("amp")) {
            segments.removeFirst();
        }
    }

    private static String before(String text, String mark) {
        int at = text.indexOf(mark);
        return at < 0 ? text : text.substring(0, at);
    }
}
