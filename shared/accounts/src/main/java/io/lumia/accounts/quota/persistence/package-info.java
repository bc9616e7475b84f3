/** Quotas in schema {@code accounts}. */
@NullMarked
package io.lumia.accounts.quota.persistence;

import org.jspecify.annotations.NullMarked;
