package io.lumia.functions.recommendationapi.recommendation;

import io.lumia.kernel.AppException;
import io.lumia.platform.hash.Sha256;
import io.lumia.recommendation.configuration.Configurations;
import io.lumia.recommendation.configuration.EngineConfiguration;
import io.micronaut.context.annotation.ConfigurationProperties;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which configurations are on trial.
 *
 * @param variants their versions, at most {@value #MAX_VARIANTS}; the current one where none is named
 */
@ConfigurationProperties("lumia.recommendation")
record VariantRules(@Nullable List<String> variants) {

    static final int MAX_VARIANTS = 26;

    private static final String NAME = "lumia.recommendation.variants";

    VariantRules {
        variants = variants == null || variants.isEmpty()
                ? List.of(Configurations.CURRENT.version())
                : List.copyOf(variants);
        if (variants.size() > MAX_VARIANTS) {
            throw AppException.invalid(NAME, variants.size() + " versions", "at most " + MAX_VARIANTS);
        }
        variants.forEach(VariantRules::configuration);
    }

    /** @param name a for the first configuration on trial */
    record Variant(String name, EngineConfiguration configuration) {}

    /** The one that somebody has on a day: always the same on that day, and all alike often. */
    Variant of(String actor, LocalDate day) {
        List<String> versions = versions();
        long hash = ByteBuffer.wrap(Sha256.of(actor + "\n" + day)).getLong();
        int chosen = Math.toIntExact(Math.floorMod(hash, (long) versions.size()));
        return new Variant(String.valueOf((char) ('a' + chosen)), configuration(versions.get(chosen)));
    }

    private List<String> versions() {
        return variants == null ? List.of() : variants;
    }

    private static EngineConfiguration configuration(String version) {
        return Configurations.find(version)
                .orElseThrow(() -> AppException.invalid(
                        NAME, version, "versions of io.lumia.recommendation.configuration.Configurations"));
    }
}
