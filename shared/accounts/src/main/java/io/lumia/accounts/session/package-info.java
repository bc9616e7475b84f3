/**
 * Sessions: {@link io.lumia.accounts.session.SignIn} opens one, {@link io.lumia.accounts.session.RefreshSession} goes on with it,
 * {@link io.lumia.accounts.session.SignOut} and {@link io.lumia.accounts.session.ChangePassword} end them.
 *
 * <p>A session is a family of refresh tokens. Each counts for seven days and once; the next comes with the answer. One that comes a
 * second time has been copied, and ends the session: thief and owner must both sign in, which only one of them can (RFC 9700, 2025,
 * section 4.14.2).
 */
@NullMarked
package io.lumia.accounts.session;

import org.jspecify.annotations.NullMarked;
