/** {@link io.lumia.accounts.access.Refusals} in table {@code accounts.access_refusal}. */
@NullMarked
package io.lumia.accounts.access.persistence;

import org.jspecify.annotations.NullMarked;
