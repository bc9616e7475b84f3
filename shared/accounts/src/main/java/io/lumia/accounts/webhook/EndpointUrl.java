package io.lumia.accounts.webhook;

import io.lumia.kernel.AppException;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * An address as far as its text tells. Whether we may go where its name leads is looked at when it is registered and at each
 * delivery again, by whoever connects.
 */
public record EndpointUrl(URI address) {

    private static final int MAX_CHARACTERS = 1_000;
    private static final String ALLOWED =
            "an absolute https address of at most 1000 ASCII characters, without user and fragment";

    public EndpointUrl {
        String scheme = address.getScheme() == null ? "" : address.getScheme();
        boolean isWeb = scheme.equalsIgnoreCase("https") || scheme.equalsIgnoreCase("http");
        if (!isWeb || address.getHost() == null || address.getRawUserInfo() != null || address.getFragment() != null) {
            throw AppException.invalid("url", withoutUser(address), ALLOWED);
        }
    }

    public static EndpointUrl parse(String text) {
        if (text.length() > MAX_CHARACTERS || !text.matches("\\p{Graph}+")) {
            throw AppException.invalid("url", text.length() + " characters", ALLOWED);
        }
        try {
            return new EndpointUrl(new URI(text));
        } catch (URISyntaxException _) {
            throw AppException.invalid("url", "not a URI", ALLOWED);
        }
    }

    /** A user part holds a password more often than not. */
    private static String withoutUser(URI address) {
        return address.getRawUserInfo() == null ? address.toString() : "an address with a user";
    }

    @Override
    public String toString() {
        return address.toString();
    }
}
