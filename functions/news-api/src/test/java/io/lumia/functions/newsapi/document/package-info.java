/** Tests of news-api. */
@NullMarked
package io.lumia.functions.newsapi.document;

import org.jspecify.annotations.NullMarked;
