package io.lumia.market.provider.web;

import io.lumia.kernel.AppException;
import io.micronaut.context.env.Environment;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code lumia.providers.<name>.*}: key, endpoint, quotas, enabled; and the contact that all share. A value that
 * cannot be used is refused when the program starts, by its full name.
 */
@Singleton
public final class ProviderConfiguration {

    private static final String CONTACT = "lumia.providers.contact";

    private final Environment properties;

    public ProviderConfiguration(Environment properties) {
        this.properties = properties;
    }

    /** What is configured, over what the provider declares. */
    public ProviderSettings settingsOf(Capabilities capabilities) {
        String provider = capabilities.provider();
        return new ProviderSettings(
                provider,
                text(provider, "endpoint").orElse(capabilities.endpoint()),
                text(provider, "key").orElse(null),
                contact(),
                text(provider, "quotas").map(text -> quotas(provider, text)).orElse(capabilities.quotas()),
                text(provider, "enabled").map(text -> enabled(provider, text)).orElse(capabilities.enabledByDefault()));
    }

    private @Nullable String contact() {
        return text(CONTACT).orElse(null);
    }

    private Optional<String> text(String provider, String name) {
        return text(ProviderSettings.property(provider, name));
    }

    /** Blank is as good as absent: an environment variable cannot be unset everywhere. */
    private Optional<String> text(String property) {
        return properties.getProperty(property, String.class).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static List<Quota> quotas(String provider, String text) {
        try {
            return Quota.parse(text);
        } catch (AppException e) {
            throw new AppException(
                    e.code(), "%s: %s".formatted(ProviderSettings.property(provider, "quotas"), e.getMessage()), e);
        }
    }

    private static boolean enabled(String provider, String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw AppException.invalid(ProviderSettings.property(provider, "enabled"), text, "true, false");
        };
    }
}
