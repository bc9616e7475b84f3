/**
 * Access tokens: JWTs of 15 minutes, signed by ES256. {@link io.lumia.accounts.token.AccessTokens} makes them,
 * {@link io.lumia.accounts.token.CheckToken} refuses all that are not wholly right, by one list of rules for ours and for those of
 * other issuers. {@link io.lumia.accounts.token.SigningKeys} makes, replaces and publishes the keys; private ones are kept sealed.
 *
 * <p>By RFC 7519 (2015), RFC 8725 (2020, best current practices) and RFC 9068 (2021, access tokens). JOSE by nimbus-jose-jwt.
 */
@NullMarked
package io.lumia.accounts.token;

import org.jspecify.annotations.NullMarked;
