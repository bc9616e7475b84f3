package io.lumia.market;

import io.lumia.kernel.AppException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What kind of instrument or series an asset is. */
public enum AssetType {
    STOCK,
    ETF,
    MUTUAL_FUND,
    CRYPTO,
    FOREX,
    BOND,
    COMMODITY,
    ECONOMIC_INDICATOR,
    INDEX;

    /** The name in files, tables and answers: lower case, {@code mutual_fund}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static AssetType parse(String text) {
        for (AssetType type : values()) {
            if (type.code().equals(text)) {
                return type;
            }
        }
        throw AppException.invalid("asset_type", text, codes());
    }

    private static String codes() {
        return Arrays.stream(values()).map(AssetType::code).collect(Collectors.joining(", "));
    }
}
