/**
 * Any RSS or Atom feed as a provider. A job names its feed by {@link io.lumia.market.provider.rss.FeedLocation}: one of
 * the {@link io.lumia.market.provider.rss.KnownFeed known feeds}, or a web address.
 *
 * <p>From bytes to articles: {@code FeedCharset} decodes, {@code FeedXml} makes a tree of text that need not be well-formed
 * (jsoup, so nothing is ever fetched or expanded), {@code FeedTree} hands what we know of it to rome, which knows the
 * versions of RSS and Atom; {@code FeedDates} reads the dates, which rome would not show where it cannot; {@code web.PlainText}
 * reduces HTML. {@link io.lumia.market.provider.rss.FeedReader} puts this together for this provider and for others whose
 * answers are feeds. {@code EdgarEntries} joins the parties of a filing.
 */
@NullMarked
package io.lumia.market.provider.rss;

import org.jspecify.annotations.NullMarked;
