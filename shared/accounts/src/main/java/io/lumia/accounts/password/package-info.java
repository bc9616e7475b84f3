/**
 * Passwords: {@link io.lumia.accounts.password.PasswordPolicy} says which may be chosen,
 * {@link io.lumia.accounts.password.PasswordHasher} keeps and checks them, {@link io.lumia.accounts.password.PasswordHash}
 * is what is kept. Argon2id (RFC 9106, 2021) by Bouncy Castle.
 */
@NullMarked
package io.lumia.accounts.password;

import org.jspecify.annotations.NullMarked;
