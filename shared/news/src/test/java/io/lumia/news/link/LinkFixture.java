package io.lumia.news.link;

import io.lumia.kernel.AssetId;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A small world of assets, and short ways to ask what a text links to. */
final class LinkFixture {

    static final LocalDate DAY = LocalDate.of(2016, 6, 15);

    private static final List<KnownAsset> ASSETS = List.of(
            asset("AAPL", "XNAS", "Apple Inc."),
            asset("MSFT", "XNAS", "Microsoft Corporation Common Stock"),
            asset("AMZN", "XNAS", "Amazon.com, Inc."),
            asset("GOOGL", "XNAS", "Alphabet Inc. Class A", "1652044"),
            asset("GOOG", "XNAS", "Alphabet Inc. Class C", "1652044"),
            asset("TGT", "XNYS", "Target Corp."),
            asset("GPS", "XNYS", "Gap (The)"),
            asset("V", "XNYS", "Visa Inc."),
            asset("ORCL", "XNYS", "Oracle Corporation"),
            asset("BLL", "XNYS", "Ball Corporation"),
            asset("BBY", "XNYS", "Best Buy Co. Inc."),
            asset("GE", "XNYS", "General Electric"),
            asset("GS", "XNYS", "Goldman Sachs Group Inc. (The) Common Stock"),
            asset("JPM", "XNYS", "JPMorgan Chase & Co."),
            asset("BAC", "XNYS", "Bank of America Corp"),
            asset("WFC", "XNYS", "Wells Fargo & Company"),
            asset("MCD", "XNYS", "McDonald's Corp."),
            asset("PG", "XNYS", "Procter & Gamble Company (The)"),
            asset("T", "XNYS", "AT&T Inc."),
            asset("KO", "XNYS", "Coca-Cola Company (The)"),
            asset("LMT", "XNYS", "Lockheed Martin Corp."),
            asset("C", "XNYS", "Citigroup Inc."),
            asset("BRK.B", "XNYS", "Berkshire Hathaway Inc. Class B"),
            asset("A", "XNYS", "Agilent Technologies Inc"),
            asset("IT", "XNYS", "Gartner Inc"),
            asset("ALL", "XNYS", "Allstate Corp"),
            asset("ON", "XNAS", "ON Semiconductor Corporation"),
            asset("CAT", "XNYS", "Caterpillar Inc."),
            asset("KEY", "XNYS", "KeyCorp"),
            asset("LOW", "XNYS", "Lowe's Cos."),
            asset("NOW", "XNYS", "ServiceNow Inc. Common Stock"),
            asset("MRK", "XNYS", "Merck & Co."),
            asset("SO", "XNYS", "Southern Co."),
            asset("NSC", "XNYS", "Norfolk Southern Corp."),
            asset("TWX", "XNYS", "Time Warner Inc."),
            asset("F", "XNYS", "Ford Motor"),
            asset("HPQ", "XNYS", "HP Inc."),
            asset("HP", "XNYS", "Helmerich & Payne"),
            asset("IBM", "XNYS", "International Business Machines"),
            asset("EL", "XNYS", "Estée Lauder Companies (The)"),
            asset("TSLA", "XNAS", "Tesla, Inc."),
            asset(
                    "META",
                    "XNAS",
                    "Meta Platforms Inc. Class A Common Stock",
                    "1326801",
                    List.of(
                            new KnownAsset.Ticker("FB", null, LocalDate.of(2022, 6, 8)),
                            new KnownAsset.Ticker("META", LocalDate.of(2022, 6, 9), null))));

    private static final EntityLinker LINKER = new EntityLinker(AssetIndex.build(ASSETS, AliasFile.shipped()));

    private LinkFixture() {}

    static KnownAsset asset(String symbol, String mic, String name) {
        return asset(symbol, mic, name, null);
    }

    static KnownAsset asset(String symbol, String mic, String name, @Nullable String cik) {
        return asset(symbol, mic, name, cik, List.of(new KnownAsset.Ticker(symbol, Validity.ALWAYS)));
    }

    static KnownAsset asset(
            String symbol, String mic, String name, @Nullable String cik, List<KnownAsset.Ticker> tickers) {
        return new KnownAsset(
                id(symbol), "stock", mic, tickers, List.of(new KnownAsset.KnownName(name, Validity.ALWAYS)), cik);
    }

    static AssetId id(String symbol) {
        return new AssetId(UUID.nameUUIDFromBytes(symbol.getBytes(StandardCharsets.UTF_8)));
    }

    static String symbol(AssetId id) {
        return ASSETS.stream()
                .filter(asset -> asset.assetId().equals(id))
                .map(asset -> asset.tickers().getLast().symbol())
                .findFirst()
                .orElseThrow();
    }

    static EntityLinker linker() {
        return LINKER;
    }

    static ArticleText news(String title) {
        return new ArticleText(title, "", DAY, TextKind.EDITORIAL, List.of());
    }

    /** Symbols that the title links to, most relevant first. */
    static List<String> linked(String title) {
        return symbols(LINKER.link(news(title)));
    }

    static List<String> linkedOn(LocalDate day, String title) {
        return symbols(LINKER.link(new ArticleText(title, "", day, TextKind.EDITORIAL, List.of())));
    }

    static List<String> posted(String text) {
        return symbols(LINKER.link(new ArticleText(text, "", DAY, TextKind.SOCIAL, List.of())));
    }

    static Link link(String symbol, ArticleText article) {
        return LINKER.link(article).stream()
                .filter(link -> link.assetId().equals(id(symbol)))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> symbols(List<Link> links) {
        List<String> symbols = new ArrayList<>();
        links.forEach(link -> symbols.add(symbol(link.assetId())));
        return symbols;
    }
}
