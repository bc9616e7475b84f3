/**
 * What all providers that are asked over HTTP share. A provider is a {@link io.lumia.market.provider.web.WebAdapter} in a
 * package of its own beside this one: it declares {@link io.lumia.market.provider.web.Capabilities}, says which
 * {@link io.lumia.market.provider.web.WebCall}s answer a request, and turns each response into a
 * {@link io.lumia.market.provider.web.Reading}: rows, or the reason why there are none. It knows no network, no clock and
 * no database; {@link io.lumia.market.provider.web.WebStatus} knows what a status means wherever a provider does not say
 * otherwise.
 */
@NullMarked
package io.lumia.market.provider.web;

import org.jspecify.annotations.NullMarked;
