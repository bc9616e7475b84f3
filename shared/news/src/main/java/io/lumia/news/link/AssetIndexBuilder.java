package io.lumia.news.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Fills an {@link AssetIndex}: full names, then short forms that belong to one company only, acronyms, aliases. */
final class AssetIndexBuilder {

    private static final int SHORTEST_ACRONYM = 3;

    private final List<KnownAsset> assets;
    private final String[] companies;
    private final List<Set<String>> legalForms = new ArrayList<>();
    private final List<Set<String>> nameWords = new ArrayList<>();
    private final Map<String, List<NameEntry>> names = new LinkedHashMap<>();
    private final Map<String, List<AssetIndex.Listing>> tickers = new HashMap<>();
    private final Map<String, Set<String>> companiesByFirstWord = new HashMap<>();
    private final List<List<Dated>> parsed = new ArrayList<>();

    private record Dated(CompanyName name, Validity validity) {}

    AssetIndexBuilder(List<KnownAsset> assets) {
        this.assets = assets;
        this.companies = new String[assets.size()];
    }

    AssetIndex build(AliasFile aliases) {
        for (int asset = 0; asset < assets.size(); asset++) {
            read(asset);
        }
        for (int asset = 0; asset < assets.size(); asset++) {
            for (Dated dated : parsed.get(asset)) {
                addName(asset, dated);
            }
        }
        aliases.aliases().forEach(this::addAlias);
        return new AssetIndex(assets, companies, legalForms, nameWords, names, tickers);
    }

    private void read(int asset) {
        KnownAsset known = assets.get(asset);
        List<Dated> dated = new ArrayList<>();
        Set<String> forms = new HashSet<>();
        Set<String> words = new HashSet<>();
        for (KnownAsset.KnownName name : known.names()) {
            CompanyName company = CompanyName.parse(name.name());
            forms.addAll(company.legalForms());
            words.addAll(TokenizedText.of(name.name()).words());
            if (!company.core().isEmpty()) {
                dated.add(new Dated(company, name.validity()));
            }
        }
        parsed.add(dated);
        legalForms.add(forms);
        nameWords.add(words);
        companies[asset] = companyKey(known, dated);
        for (Dated name : dated) {
            companiesByFirstWord
                    .computeIfAbsent(name.name().core().getFirst(), _ -> new HashSet<>())
                    .add(companies[asset]);
        }
        for (KnownAsset.Ticker ticker : known.tickers()) {
            tickers.computeIfAbsent(AssetIndex.symbolKey(ticker.symbol()), _ -> new ArrayList<>())
                    .add(new AssetIndex.Listing(asset, ticker.validity()));
        }
    }

    private static String companyKey(KnownAsset known, List<Dated> names) {
        String cik = known.cik();
        if (cik != null && !cik.isBlank()) {
            return "cik " + cik;
        }
        return names.isEmpty()
                ? "asset " + known.assetId()
                : "name " + String.join(" ", names.getLast().name().core());
    }

    private void addName(int asset, Dated dated) {
        CompanyName name = dated.name();
        for (String form : name.fullForms()) {
            boolean possessive = form.contains(" ") || name.core().size() == 1;
            add(form, asset, NameForm.FULL, dated, possessive ? name.possessiveToken() : -1, name.upperOnly());
        }
        for (String form : name.grownForms()) {
            add(form, asset, NameForm.FULL, dated, -1, false);
        }
        boolean alone = companiesByFirstWord
                        .getOrDefault(name.core().getFirst(), Set.of())
                        .size()
                == 1;
        if (alone) {
            for (String form : name.shortForms()) {
                add(form, asset, NameForm.SHORT, dated, name.possessiveToken() == 0 ? 0 : -1, false);
            }
        }
        addAcronyms(asset, dated);
    }

    private void addAcronyms(int asset, Dated dated) {
        List<String> initials = dated.name().acronyms();
        for (KnownAsset.Ticker ticker : assets.get(asset).tickers()) {
            String symbol = ticker.symbol().toLowerCase(Locale.ROOT);
            boolean first = dated.name().core().getFirst().equals(symbol) && symbol.length() >= 2;
            boolean acronym = initials.contains(symbol) && symbol.length() >= SHORTEST_ACRONYM;
            if ((acronym || first) && !WordLists.NO_TICKER.contains(symbol)) {
                add(symbol, asset, NameForm.ACRONYM, dated, -1, true);
            }
        }
    }

    private void add(String pattern, int asset, NameForm form, Dated dated, int possessive, boolean upperOnly) {
        if (pattern.length() >= 2) {
            add(pattern, new NameEntry(asset, form, dated.validity(), possessive, upperOnly, false));
        }
    }

    private void add(String pattern, NameEntry entry) {
        List<NameEntry> entries = names.computeIfAbsent(pattern, _ -> new ArrayList<>(1));
        if (!entries.contains(entry)) {
            entries.add(entry);
        }
    }

    /** A symbol that no asset has leaves the alias standing for nothing: it still keeps shorter names from matching. */
    private void addAlias(Alias alias) {
        TokenizedText tokens = TokenizedText.of(alias.alias());
        List<String> words = new ArrayList<>(tokens.words());
        if (words.isEmpty()) {
            return;
        }
        TokenizedText.Token first = tokens.token(0);
        boolean lower = first.shape() == TokenizedText.Shape.MIXED
                && Character.isLowerCase(alias.alias().charAt(0));
        boolean upper = tokens.size() == 1 && first.shape() == TokenizedText.Shape.UPPER;
        int possessive = -1;
        for (int i = 0; i < tokens.size(); i++) {
            possessive = tokens.token(i).possessive() ? i : possessive;
        }
        for (int asset : holders(alias)) {
            Validity validity = asset == NameEntry.NO_ASSET ? Validity.ALWAYS : alias.validity();
            NameEntry entry = new NameEntry(asset, NameForm.of(alias.kind()), validity, possessive, upper, lower);
            add(String.join(" ", words), entry);
            if (possessive >= 0) {
                List<String> grown = new ArrayList<>(words);
                grown.set(possessive, words.get(possessive) + "s");
                add(String.join(" ", grown), new NameEntry(asset, entry.form(), entry.validity(), -1, upper, lower));
            }
        }
    }

    private List<Integer> holders(Alias alias) {
        List<Integer> found = alias.symbols().stream()
                .map(AssetIndex::symbolKey)
                .map(tickers::get)
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .filter(listing -> overlap(listing.validity(), alias.validity()))
                .map(AssetIndex.Listing::asset)
                .distinct()
                .toList();
        return found.isEmpty() ? List.of(NameEntry.NO_ASSET) : found;
    }

    private static boolean overlap(Validity one, Validity other) {
        boolean oneEndsFirst =
                one.to() != null && other.from() != null && one.to().isBefore(other.from());
        boolean otherEndsFirst =
                other.to() != null && one.from() != null && other.to().isBefore(one.from());
        return !oneEndsFirst && !otherEndsFirst;
    }
}
