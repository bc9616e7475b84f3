package io.lumia.market;

import java.util.Locale;

/** Whether an asset still trades. */
public enum AssetStatus {
    ACTIVE,
    DELISTED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
