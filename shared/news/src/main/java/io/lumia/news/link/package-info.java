/**
 * Which assets a text is about. {@link io.lumia.news.link.AssetIndex} is built from the assets' tickers and names and from
 * the alias file; {@link io.lumia.news.link.EntityLinker} reads an {@link io.lumia.news.link.ArticleText} with it and
 * answers {@link io.lumia.news.link.Link}s with the spans that prove them.
 *
 * <p>Inside: {@code TokenizedText} knows words and the gaps between them, {@code CompanyName} the forms of a name,
 * {@code NameFinder}, {@code TickerFinder} and {@code FuzzyFinder} find mentions, {@code ContextRules} judges the doubtful
 * ones, {@code Relevance} weighs what is left. Rules, formula and measurements: docs/linking.md. Where assets and articles
 * are stored is not known here.
 */
@NullMarked
package io.lumia.news.link;

import org.jspecify.annotations.NullMarked;
