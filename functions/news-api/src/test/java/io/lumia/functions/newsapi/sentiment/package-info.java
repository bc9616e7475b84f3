/** Tests of news-api. */
@NullMarked
package io.lumia.functions.newsapi.sentiment;

import org.jspecify.annotations.NullMarked;
