/**
 * People who sign in elsewhere: {@link io.lumia.accounts.oidc.ExternalIssuer} says which issuer's tokens are accepted and what they
 * mean here, {@link io.lumia.accounts.oidc.CachedKeySet} keeps its public keys, {@link io.lumia.accounts.oidc.KeySetSource} fetches
 * them. Checked by {@link io.lumia.accounts.token.CheckToken}, with the same rules as ours.
 */
@NullMarked
package io.lumia.accounts.oidc;

import org.jspecify.annotations.NullMarked;
