/** Partner keys and their usage in schema {@code accounts}. */
@NullMarked
package io.lumia.accounts.partner.persistence;

import org.jspecify.annotations.NullMarked;
