package io.lumia.platform.metrics;

import java.util.Locale;

/**
 * A side of a number by which it can be split: {@code status="5xx"}. Each distinct combination costs memory here and money
 * in CloudWatch, and a label is readable by whoever reads metrics; so all that can be one is in this package: enums, and two
 * names that are taken from a list that is fixed when a process starts.
 */
public sealed interface Label
        permits Given,
                AssetClass,
                CallOutcome,
                FunctionName,
                Handling,
                LoadedDataset,
                ProviderName,
                RouteClass,
                StatusClass,
                WebhookOutcome {

    LabelKey key();

    /** Lower case letters, digits, dashes and underscores. */
    String value();

    /** The value of an enum's constant: {@code not_found} of {@code NOT_FOUND}. */
    static String valueOf(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** The constant of that value, else the one given. */
    static <E extends Enum<E> & Label> E parse(Class<E> type, String value, E otherwise) {
        for (E constant : type.getEnumConstants()) {
            if (constant.value().equals(value)) {
                return constant;
            }
        }
        return otherwise;
    }
}
