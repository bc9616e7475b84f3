package io.lumia.market.provider.rss;

import io.lumia.market.Published;

/**
 * An item or entry of a feed.
 *
 * @param line      its place in the feed, the first is 1
 * @param id        guid or id as given; empty where it has none
 * @param title     one line of plain text; the beginning of the text where it has no title; never empty
 * @param body      plain text of the content, else of the summary; empty where that is the title
 * @param url       of the text, absolute, http or https; empty where it has none
 * @param language  ISO 639-1 as the item or feed says; empty where neither does
 * @param published of which {@link Published.Precision#SEEN} means that the item names no date at all
 * @param raw       the item as received
 */
public record FeedItem(
        long line,
        String id,
        String title,
        String body,
        String url,
        String language,
        Published published,
        String raw) {}
