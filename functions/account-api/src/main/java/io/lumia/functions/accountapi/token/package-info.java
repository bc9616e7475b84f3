/** Tokens: signing in, going on, signing out, and the keys by which others check them. */
@NullMarked
package io.lumia.functions.accountapi.token;

import org.jspecify.annotations.NullMarked;
