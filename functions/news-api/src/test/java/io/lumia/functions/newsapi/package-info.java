/** Tests of news-api. */
@NullMarked
package io.lumia.functions.newsapi;

import org.jspecify.annotations.NullMarked;
