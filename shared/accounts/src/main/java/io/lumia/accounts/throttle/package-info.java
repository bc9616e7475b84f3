/**
 * How often something may be tried: {@link io.lumia.accounts.throttle.Throttle} counts before the work is done, so that many tries
 * at once get no further than many in a row. The bounds are {@link io.lumia.accounts.throttle.Limit}'s. Quotas of requests are not
 * here.
 */
@NullMarked
package io.lumia.accounts.throttle;

import org.jspecify.annotations.NullMarked;
