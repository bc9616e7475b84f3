/** What callers may do: the words that accounts, tokens, routes and the gateway's authoriser share. */
@NullMarked
package io.lumia.kernel.access;

import org.jspecify.annotations.NullMarked;
