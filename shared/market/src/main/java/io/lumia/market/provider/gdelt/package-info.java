/**
 * Lists of articles by GDELT's DOC 2.0: {@link io.lumia.market.provider.gdelt.GdeltAdapter} asks, {@code GdeltQuery} makes
 * phrases of symbols, {@code ArticleListReader} reads, {@code GdeltLanguages} knows its names of languages. The articles
 * themselves are not fetched.
 */
@NullMarked
package io.lumia.market.provider.gdelt;

import org.jspecify.annotations.NullMarked;
