package io.lumia.platform.metrics;

import java.util.Collection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A provider that this release knows. */
public final class ProviderName implements Label {

    /** Any name that is not among those known. */
    public static final ProviderName OTHER = new ProviderName("other");

    private final String value;

    private ProviderName(String value) {
        this.value = value;
    }

    /** @param known all that this release knows, which bounds what a label can be */
    public static ProviderName of(String name, Collection<String> known) {
        return known.contains(name) ? new ProviderName(name) : OTHER;
    }

    @Override
    public LabelKey key() {
        return LabelKey.PROVIDER;
    }

    @Override
    public String value() {
        return value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ProviderName name && name.value.equals(value);
    }

    @Override
    public int hashCode() {
        return Objects.hash(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
