/**
 * What all providers that are asked over HTTP share. A provider is a {@link io.lumia.market.provider.web.WebAdapter} in a
 * package of its own beside this one: it declares {@link io.lumia.market.provider.web.Capabilities}, says which
 * {@link io.lumia.market.provider.web.WebCall}s answer a request, and turns each response into a
 * {@link io.lumia.market.provider.web.Reading}: rows, or the reason why there are none. It knows no network, no clock and
 * no database.
 *
 * <p>{@link io.lumia.market.provider.web.WebProvider} is the engine around an adapter: it sends the calls, each through the
 * {@link io.lumia.market.provider.web.CallGate} (quotas, breaker, ledger), again where that may help, and keeps all responses
 * of an answer in one {@code AnswerArchive}, from which they can be read again years later. What is configured is in
 * {@link io.lumia.market.provider.web.ProviderSettings}. {@link io.lumia.market.provider.web.WebStatus} knows what a status means wherever a provider does not say
 * otherwise.
 */
@NullMarked
package io.lumia.market.provider.web;

import org.jspecify.annotations.NullMarked;
