package io.lumia.market.provider.crypto;

import io.lumia.kernel.Symbol;
import io.lumia.market.AssetDefinition;
import io.lumia.market.AssetType;
import java.util.Map;

/** Definitions of pairs. */
public final class CryptoAssets {

    private CryptoAssets() {}

    /** @param attributes what the exchange says besides, such as {@code base} and {@code quote} */
    public static AssetDefinition of(CryptoPair pair, String name, Map<String, String> attributes) {
        return new AssetDefinition(
                new Symbol(pair.symbol()),
                name.isEmpty() ? pair.symbol() : name,
                AssetType.CRYPTO,
                null,
                pair.quote(),
                null,
                null,
                null,
                null,
                null,
                null,
                "",
                attributes);
    }
}
