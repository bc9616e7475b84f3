/**
 * Posts of subreddits: {@link io.lumia.market.provider.reddit.RedditAdapter} asks, {@code ListingReader} and
 * {@code PostFeed} read, {@code RedditErrors} knows the refusals. Who wrote a post is never kept.
 */
@NullMarked
package io.lumia.market.provider.reddit;

import org.jspecify.annotations.NullMarked;
