package io.lumia.news.link;

import io.lumia.kernel.AppException;
import io.lumia.kernel.AssetId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.ahocorasick.trie.Trie;

/**
 * All names and tickers, ready for search. Building is linear in their length; the index does not change and may be shared
 * by threads.
 */
public final class AssetIndex {

    public static final int MAXIMUM_ASSETS = 100_000;
    static final int FUZZY_PREFIX = 3;
    static final int FUZZY_SHORTEST = 7;

    private final List<KnownAsset> assets;
    private final String[] companies;
    private final List<Set<String>> legalForms;
    private final List<Set<String>> nameWords;
    private final Map<String, List<NameEntry>> names;
    private final Map<String, List<Listing>> tickers;
    private final Map<String, List<String>> fuzzy = new HashMap<>();
    private final Set<String> vocabulary = new HashSet<>();
    private final Map<AssetId, Integer> places = new HashMap<>();
    private final Trie trie;

    /** An asset's ticker and the days on which it is that. */
    record Listing(int asset, Validity validity) {}

    AssetIndex(
            List<KnownAsset> assets,
            String[] companies,
            List<Set<String>> legalForms,
            List<Set<String>> nameWords,
            Map<String, List<NameEntry>> names,
            Map<String, List<Listing>> tickers) {
        this.assets = assets;
        this.companies = companies;
        this.legalForms = legalForms;
        this.nameWords = nameWords;
        this.names = names;
        this.tickers = tickers;
        for (int asset = 0; asset < assets.size(); asset++) {
            places.put(assets.get(asset).assetId(), asset);
        }
        Trie.TrieBuilder builder = Trie.builder();
        names.forEach((pattern, entries) -> {
            builder.addKeyword(' ' + pattern + ' ');
            remember(pattern, entries);
        });
        this.trie = builder.build();
    }

    public static AssetIndex build(List<KnownAsset> assets, AliasFile aliases) {
        if (assets.size() > MAXIMUM_ASSETS) {
            throw AppException.invalid("number of assets", assets.size(), "at most " + MAXIMUM_ASSETS);
        }
        return new AssetIndexBuilder(List.copyOf(assets)).build(aliases);
    }

    /** A symbol in one spelling: BRK-B and brk/b are BRK.B. */
    static String symbolKey(String symbol) {
        return symbol.toUpperCase(Locale.ROOT).replace('-', '.').replace('/', '.');
    }

    private void remember(String pattern, List<NameEntry> entries) {
        vocabulary.addAll(List.of(pattern.split(" ")));
        String compact = pattern.replace(" ", "");
        boolean worth = compact.length() >= FUZZY_SHORTEST
                && entries.stream().anyMatch(entry -> entry.form() == NameForm.FULL && entry.possessiveToken() < 0);
        if (worth) {
            fuzzy.computeIfAbsent(compact.substring(0, FUZZY_PREFIX), _ -> new ArrayList<>())
                    .add(pattern);
        }
    }

    /**
     * A key that two share classes of one company have in common.
     *
     * @throws AppException where the index does not have the asset
     */
    public String companyOf(AssetId assetId) {
        Integer asset = places.get(assetId);
        if (asset != null) {
            return companies[asset];
        }
        throw AppException.invalid("asset_id", assetId, "an asset of the index");
    }

    AssetId assetId(int asset) {
        return assets.get(asset).assetId();
    }

    KnownAsset asset(int asset) {
        return assets.get(asset);
    }

    /** Equal for two assets of one company. */
    String company(int asset) {
        return companies[asset];
    }

    Set<String> legalForms(int asset) {
        return legalForms.get(asset);
    }

    /** All words of the asset's own names. */
    Set<String> nameWords(int asset) {
        return nameWords.get(asset);
    }

    Trie trie() {
        return trie;
    }

    List<NameEntry> entries(String pattern) {
        return names.getOrDefault(pattern, List.of());
    }

    /** Patterns whose compact spelling begins with these three letters. */
    List<String> fuzzyCandidates(String prefix) {
        return fuzzy.getOrDefault(prefix, List.of());
    }

    boolean isNameWord(String word) {
        return vocabulary.contains(word);
    }

    /** HP is a ticker of one company and the name of another, and people mean the name. */
    boolean isNameOfAnother(String word) {
        List<Listing> holders = tickers.getOrDefault(symbolKey(word), List.of());
        return entries(word).stream()
                .filter(entry -> entry.form() == NameForm.FULL || entry.form() == NameForm.NICKNAME)
                .anyMatch(entry -> holders.stream().noneMatch(holder -> holder.asset() == entry.asset()));
    }

    boolean isTicker(String symbol) {
        return tickers.containsKey(symbolKey(symbol));
    }

    /** The assets that trade under the symbol on that day. Several, where the books do not say whose it is. */
    List<Integer> traded(String symbol, LocalDate day) {
        return tickers.getOrDefault(symbolKey(symbol), List.of()).stream()
                .filter(listing -> listing.validity().contains(day))
                .map(Listing::asset)
                .distinct()
                .toList();
    }
}
