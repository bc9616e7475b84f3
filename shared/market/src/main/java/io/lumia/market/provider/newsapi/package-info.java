/**
 * Articles by NewsAPI.org: {@link io.lumia.market.provider.newsapi.NewsApiAdapter} asks, {@code EverythingReader} reads,
 * {@code NewsApiErrors} knows its refusals. Bylines are not kept.
 */
@NullMarked
package io.lumia.market.provider.newsapi;

import org.jspecify.annotations.NullMarked;
