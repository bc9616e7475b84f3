package io.lumia.market.provider.web;

import io.lumia.kernel.AppException;
import io.lumia.platform.hash.Sha256;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How this installation may ask one provider.
 *
 * @param endpoint scheme and host (and path before the provider's own), without a slash at the end
 * @param key      null where none is configured
 * @param contact  of the operator, null where none is configured
 * @param enabled  false to ask it no more; what it said before is still read
 */
public record ProviderSettings(
        String provider,
        String endpoint,
        @Nullable String key,
        @Nullable String contact,
        List<Quota> quotas,
        boolean enabled) {

    private static final String KEYLESS = "keyless";
    private static final int KEY_ID_CHARACTERS = 8;
    private static final String ALLOWED_KEY = "[\\x21-\\x7e]{4,500}";

    public ProviderSettings {
        endpoint = checkedEndpoint(provider, endpoint);
        quotas = List.copyOf(quotas);
        if (key != null && !key.matches(ALLOWED_KEY)) {
            // The value is a secret, so the message shows its length only.
            throw AppException.invalid(
                    property(provider, "key"),
                    key.length() + " characters",
                    "4 to 500 printable ASCII characters without blanks");
        }
    }

    /** As a provider declares itself, with nothing configured. */
    public static ProviderSettings of(Capabilities capabilities) {
        return new ProviderSettings(
                capabilities.provider(),
                capabilities.endpoint(),
                null,
                null,
                capabilities.quotas(),
                capabilities.enabledByDefault());
    }

    public ProviderSettings withKey(@Nullable String newKey) {
        return new ProviderSettings(provider, endpoint, newKey, contact, quotas, enabled);
    }

    public ProviderSettings withEndpoint(String newEndpoint) {
        return new ProviderSettings(provider, newEndpoint, key, contact, quotas, enabled);
    }

    public ProviderSettings withContact(@Nullable String newContact) {
        return new ProviderSettings(provider, endpoint, key, newContact, quotas, enabled);
    }

    public ProviderSettings withEnabled(boolean newEnabled) {
        return new ProviderSettings(provider, endpoint, key, contact, quotas, newEnabled);
    }

    /** {@code lumia.providers.sec-edgar.key}. */
    static String property(String provider, String name) {
        return "lumia.providers.%s.%s".formatted(provider.replace('_', '-'), name);
    }

    /** {@code LUMIA_PROVIDERS_SEC_EDGAR_KEY}: what a person sets. */
    String variable(String name) {
        return "LUMIA_PROVIDERS_%s_%s"
                .formatted(provider, name)
                .toUpperCase(Locale.ROOT)
                .replace('-', '_');
    }

    /** Tells keys apart in the ledger without giving them away. */
    String keyId() {
        return key == null
                ? KEYLESS
                : Sha256.hexOf(key.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .substring(0, KEY_ID_CHARACTERS);
    }

    String host() {
        return URI.create(endpoint).getHost().toLowerCase(Locale.ROOT);
    }

    private static String checkedEndpoint(String provider, String endpoint) {
        String text = endpoint.strip().replaceAll("/+$", "");
        try {
            URI address = URI.create(text);
            boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
            if (web
                    && address.getHost() != null
                    && address.getRawUserInfo() == null
                    && address.getRawQuery() == null
                    && address.getRawFragment() == null) {
                return text;
            }
        } catch (IllegalArgumentException _) {
            // Refused below.
        }
        throw AppException.invalid(
                property(provider, "endpoint"),
                endpoint,
                "a web address such as https://api.example.org, without user and query");
    }

    /** Never prints the key. */
    @Override
    public String toString() {
        return "%s at %s, %s key, %s".formatted(provider, endpoint, key == null ? "without" : "with", quotas);
    }
}
