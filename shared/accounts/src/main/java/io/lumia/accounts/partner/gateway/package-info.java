/**
 * {@link io.lumia.accounts.partner.GatewayKeys} in Amazon API Gateway: {@code ApiGatewayKeys} makes an API key of every
 * partner key and puts it into the usage plan of its owner's tier. Active with {@code lumia.gateway.keys.prefix}, by which
 * plans and keys are called ({@code lumia-dev-} for plan {@code lumia-dev-premium}).
 *
 * <p>The value of the API key is our key's id: the authoriser answers it as {@code usageIdentifierKey}, and a gateway whose
 * keys come from its authoriser takes it from nowhere else.
 */
@NullMarked
package io.lumia.accounts.partner.gateway;

import org.jspecify.annotations.NullMarked;
