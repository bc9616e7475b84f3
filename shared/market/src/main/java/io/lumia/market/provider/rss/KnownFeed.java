package io.lumia.market.provider.rss;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Feeds that a job names by a word. */
enum KnownFeed {
    FED("https://www.federalreserve.gov", "/feeds/press_all.xml"),
    ECB("https://www.ecb.europa.eu", "/rss/press.html"),
    SEC(
            "https://www.sec.gov",
            "/cgi-bin/browse-edgar?action=getcurrent&type=&owner=include&start=0&count=100&output=atom"),
    YAHOO("https://feeds.finance.yahoo.com", "/rss/2.0/headline?s={symbol}&region=US&lang=en-US");

    private final String site;
    private final String path;

    KnownFeed(String site, String path) {
        this.site = site;
        this.path = path;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<KnownFeed> find(String location) {
        return Arrays.stream(values())
                .filter(feed -> feed.code().equals(location))
                .findFirst();
    }

    static String codes() {
        return Arrays.stream(values()).map(KnownFeed::code).collect(Collectors.joining(", "));
    }

    /** At its own site, or at the one that stands in for all. */
    String address(String endpoint) {
        return (endpoint.equals(RssAdapter.ENDPOINT) ? site : endpoint) + path;
    }
}
