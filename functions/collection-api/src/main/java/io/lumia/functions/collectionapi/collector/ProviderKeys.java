package io.lumia.functions.collectionapi.collector;

import io.micronaut.context.env.Environment;
import jakarta.inject.Singleton;

/** Which providers this installation has a key of; never the key. */
@Singleton
final class ProviderKeys {

    private static final String PROPERTY = "lumia.providers.%s.key";

    private final Environment properties;

    ProviderKeys(Environment properties) {
        this.properties = properties;
    }

    /** Blank is as good as absent. An environment variable's name has no underscores of its own, so hyphens count too. */
    boolean isConfigured(String provider) {
        return hasText(PROPERTY.formatted(provider)) || hasText(PROPERTY.formatted(provider.replace('_', '-')));
    }

    private boolean hasText(String property) {
        return properties.getProperty(property, String.class).filter(key -> !key.isBlank()).isPresent();
    }
}
