/**
 * The tables of people, package-private behind the ports of {@code io.lumia.accounts} and its sub-packages. The migration lies beside
 * it under {@code db/migration/accounts}. Every statement about something that belongs to somebody names its owner.
 */
@NullMarked
package io.lumia.accounts.persistence;

import org.jspecify.annotations.NullMarked;
