/** Articles: {@code ArticleController} searches and shows them, {@code LinkByHand} takes what people say of them. */
@NullMarked
package io.lumia.functions.newsapi.article;

import org.jspecify.annotations.NullMarked;
