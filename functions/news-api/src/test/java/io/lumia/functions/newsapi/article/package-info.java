/** Tests of news-api. */
@NullMarked
package io.lumia.functions.newsapi.article;

import org.jspecify.annotations.NullMarked;
