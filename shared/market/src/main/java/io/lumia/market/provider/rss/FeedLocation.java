package io.lumia.market.provider.rss;

import io.lumia.market.provider.web.LocationRule;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names a feed: a {@link KnownFeed}, or a web address, in which {@value #PLACE} stands for a symbol; then the feed is one per
 * symbol. Only names of public hosts: where they lead is looked at again when they are asked, since a name's address can
 * change.
 */
public final class FeedLocation {

    static final String PLACE = "{symbol}";

    static final String ALLOWED =
            "%s, or an https address of a named host, without user, password and fragment, with or without %s behind the host"
                    .formatted(KnownFeed.codes(), PLACE);

    public static final LocationRule RULE =
            new LocationRule(FeedLocation::isAllowed, FeedLocation::isPerSymbol, ALLOWED);

    private static final int MAX_CHARACTERS = 1_000;

    /** Letters at the end, so no number in whatever notation is a host. */
    private static final Pattern HOST =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])");

    /** Names that no public name server knows (RFC 6761, RFC 6762, RFC 8375, ICANN 2024). */
    private static final Set<String> CLOSED = Set.of(
            "localhost", "local", "internal", "intranet", "lan", "home", "corp", "arpa", "test", "invalid", "onion");

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1");

    private FeedLocation() {}

    static boolean isAllowed(String location) {
        return KnownFeed.find(location).isPresent() || address(location).isPresent();
    }

    static boolean isPerSymbol(String location) {
        return location.contains(PLACE) || location.equals(KnownFeed.YAHOO.code());
    }

    /** Lower case; empty for a known feed and for what is no location. */
    static Optional<String> host(String location) {
        return address(location).map(FeedLocation::hostOf);
    }

    private static Optional<URI> address(String location) {
        int authority = location.indexOf("//") + 2;
        int place = location.indexOf(PLACE);
        if (location.length() > MAX_CHARACTERS
                || place >= 0 && place < location.indexOf('/', authority)
                || location.matches("[^/]*//[^/]*\\{.*")) {
            return Optional.empty();
        }
        try {
            URI address = new URI(location.replace(PLACE, "A"));
            return isAllowed(address) ? Optional.of(address) : Optional.empty();
        } catch (java.net.URISyntaxException _) {
            return Optional.empty();
        }
    }

    private static boolean isAllowed(URI address) {
        String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        String host = hostOf(address);
        boolean isPlain = address.getRawUserInfo() == null && address.getRawFragment() == null;
        return isPlain
                && switch (scheme) {
                    case "https" -> isPublicName(host);
                    // For a stub; whoever sends the call asks whether this machine may be asked.
                    case "http" -> THIS_MACHINE.contains(host);
                    default -> false;
                };
    }

    private static boolean isPublicName(String host) {
        return HOST.matcher(host).matches() && !CLOSED.contains(host.substring(host.lastIndexOf('.') + 1));
    }

    private static String hostOf(URI address) {
        return address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
    }
}
