package io.lumia.market.provider.coingecko;

import java.util.Map;
import java.util.Optional;

/** CoinGecko's ids of coins by their ticker. Tickers are not unique there, so only well-known coins are asked for. */
final class CoinIds {

    private static final Map<String, String> IDS = Map.ofEntries(
            Map.entry("BTC", "bitcoin"),
            Map.entry("ETH", "ethereum"),
            Map.entry("SOL", "solana"),
            Map.entry("XRP", "ripple"),
            Map.entry("ADA", "cardano"),
            Map.entry("DOGE", "dogecoin"),
            Map.entry("LTC", "litecoin"),
            Map.entry("BCH", "bitcoin-cash"),
            Map.entry("DOT", "polkadot"),
            Map.entry("LINK", "chainlink"),
            Map.entry("XLM", "stellar"),
            Map.entry("AVAX", "avalanche-2"),
            Map.entry("BNB", "binancecoin"),
            Map.entry("TRX", "tron"),
            Map.entry("ATOM", "cosmos"),
            Map.entry("XMR", "monero"),
            Map.entry("ETC", "ethereum-classic"),
            Map.entry("UNI", "uniswap"),
            Map.entry("ALGO", "algorand"),
            Map.entry("USDT", "tether"),
            Map.entry("USDC", "usd-coin"));

    private CoinIds() {}

    static Optional<String> of(String ticker) {
        return Optional.ofNullable(IDS.get(ticker));
    }
}
