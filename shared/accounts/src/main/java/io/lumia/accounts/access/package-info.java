/**
 * What is kept of a known caller's requests that he lacked the scope for: {@link io.lumia.accounts.access.RecordRefusal} writes
 * the first of each hour and class of routes into the audit log, {@link io.lumia.accounts.access.Refusals} remembers which.
 * Refusing itself is not here: the functions do that.
 */
@NullMarked
package io.lumia.accounts.access;

import org.jspecify.annotations.NullMarked;
