/**
 * The Bureau of Labor Statistics' public data API: {@link io.lumia.market.provider.bls.BlsAdapter} for versions 1 (no key)
 * and 2 (free key), which answer in the same form.
 */
@NullMarked
package io.lumia.market.provider.bls;

import org.jspecify.annotations.NullMarked;
