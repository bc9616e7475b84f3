/**
 * How an account begins: {@link io.lumia.accounts.registration.Register} keeps what was asked for and mails a one-time token,
 * {@link io.lumia.accounts.registration.Verify} takes it and makes the account. Until then there is none.
 *
 * <p>A registration keeps its own password. So nobody gets into an account by having registered its address before its owner
 * did: the owner's token makes it with the owner's password.
 */
@NullMarked
package io.lumia.accounts.registration;

import org.jspecify.annotations.NullMarked;
