/**
 * Articles of our books on their way to scores: {@link io.lumia.sentiment.article.ArticleScorer} decides which words of an article speak
 * for it as a whole and for each asset.
 */
@NullMarked
package io.lumia.sentiment.article;

import org.jspecify.annotations.NullMarked;
