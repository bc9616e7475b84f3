/**
 * The HTTP API of news: {@link io.lumia.functions.newsapi.NewsApiHandler} is the edge, {@code io.lumia.web} reads requests and
 * writes answers and failures; {@code article} and {@code sentiment} are the resources, each a controller with its use case and
 * views.
 */
@NullMarked
package io.lumia.functions.newsapi;

import org.jspecify.annotations.NullMarked;
