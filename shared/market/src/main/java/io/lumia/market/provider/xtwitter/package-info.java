/**
 * Posts on X (Twitter) that name an asset by cashtag: {@link io.lumia.market.provider.xtwitter.XAdapter} asks,
 * {@code PostReader} and {@code CountReader} read, {@code XErrors} knows its refusals. Who wrote a post is neither asked for
 * nor kept.
 */
@NullMarked
package io.lumia.market.provider.xtwitter;

import org.jspecify.annotations.NullMarked;
