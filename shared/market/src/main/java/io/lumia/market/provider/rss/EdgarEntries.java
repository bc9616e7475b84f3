package io.lumia.market.provider.rss;

import io.lumia.market.ArticleKind;
import io.lumia.market.ReceivedArticle;
import io.lumia.market.provider.web.ReadContext;
import io.lumia.market.provider.web.Reading;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Entries of EDGAR's feeds. {@code getcurrent} lists a filing once for each of its parties, all under the filing's accession
 * number: they become one article, under the party that the filing is about, with all parties named in it. Its symbols are
 * their central index keys, as {@code CIK0000320193}, that party's first.
 */
final class EdgarEntries {

    private static final String PUBLISHER = "U.S. Securities and Exchange Commission";

    private static final Pattern ID =
            Pattern.compile("urn:tag:sec\\.gov,2008:accession-number=(\\d{10}-\\d{2}-\\d{6})");
    private static final Pattern TITLE = Pattern.compile("(\\S.*?) - (.*) \\((\\d{1,10})\\) ?\\(([^()]*)\\)");

    /** Who only reports about another one. */
    private static final Set<String> BESIDE = Set.of("Reporting", "Filed by");

    /** The filer that an address is about. */
    private static final Pattern FILER = Pattern.compile("/edgar/data/0*(\\d{1,10})/");

    private EdgarEntries() {}

    static boolean isEdgar(Feed feed) {
        return !feed.items().isEmpty() && feed.items().stream().allMatch(EdgarEntries::isOne);
    }

    private static boolean isOne(FeedItem item) {
        return ID.matcher(item.id()).matches();
    }

    static Reading read(ReadContext context, Feed feed) {
        Map<String, List<FeedItem>> filings = new LinkedHashMap<>();
        feed.items().forEach(item -> filings.computeIfAbsent(item.id(), _ -> new ArrayList<>())
                .add(item));
        List<FeedItem> principals =
                filings.values().stream().map(EdgarEntries::principal).toList();
        return feed.withItems(principals)
                .rows(context, item -> article(item, filings.getOrDefault(item.id(), List.of(item))));
    }

    private static FeedItem principal(List<FeedItem> entries) {
        return entries.stream()
                .filter(item ->
                        Party.of(item).filter(party -> !party.isBeside()).isPresent())
                .findFirst()
                .orElse(entries.getFirst());
    }

    private static ReceivedArticle article(FeedItem principal, List<FeedItem> entries) {
        Set<String> symbols = new LinkedHashSet<>();
        StringBuilder body = new StringBuilder();
        Stream.concat(Stream.of(principal), entries.stream()).forEach(item -> {
            filer(item).ifPresent(symbols::add);
            Party.of(item)
                    .map(party -> party.line() + "\n")
                    .filter(line -> body.indexOf(line) < 0)
                    .ifPresent(body::append);
        });
        return new ReceivedArticle(
                principal.id(),
                ArticleKind.FILING,
                PUBLISHER,
                principal.title(),
                body.append(principal.body()).toString(),
                principal.url(),
                "en",
                principal.published(),
                List.copyOf(symbols));
    }

    private static Optional<String> filer(FeedItem item) {
        return Party.of(item).map(Party::symbol).or(() -> {
            Matcher m = FILER.matcher(item.url());
            return m.find() ? Optional.of(Party.symbol(m.group(1))) : Optional.empty();
        });
    }

    /** The form, who, his key and what he is to the filing; empty where the title does not name a party. */
    record Party(String form, String name, String cik, String role) {

        static Optional<Party> of(FeedItem item) {
            Matcher m = TITLE.matcher(item.title());
            return m.matches()
                    ? Optional.of(new Party(m.group(1), m.group(2), m.group(3), m.group(4)))
                    : Optional.empty();
        }

        String symbol() {
            return symbol(cik);
        }

        static String symbol(String cik) {
            return "CIK" + "0".repeat(10 - cik.length()) + cik;
        }

        String line() {
            return "%s (%s), %s".formatted(name, symbol(), role);
        }

        boolean isBeside() {
            return BESIDE.contains(role);
        }
    }
}
