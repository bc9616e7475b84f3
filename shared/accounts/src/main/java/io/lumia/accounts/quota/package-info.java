/**
 * How many requests somebody may make. {@link io.lumia.accounts.quota.TakeQuota} decides about one request of a
 * {@link io.lumia.accounts.quota.QuotaSubject} by its {@link io.lumia.accounts.quota.QuotaTier}.
 *
 * <p>The window slides and is exact: in no stretch of an hour is more granted than the limit, and nothing is refused while
 * less than the limit lies in the hour before. All functions share one count, in the database. How it is kept, the migration
 * says.
 */
@NullMarked
package io.lumia.accounts.quota;

import org.jspecify.annotations.NullMarked;
