/**
 * The function {@code keep-accounts}: once a day, what accounts no longer need is forgotten and the audit log is looked
 * through.
 *
 * <ul>
 *   <li>{@link io.lumia.functions.keepaccounts.KeepAccountsHandler}: the edge;
 *   <li>{@link io.lumia.functions.keepaccounts.KeepAccounts}: the steps, each by itself;
 *   <li>{@link io.lumia.functions.keepaccounts.KeepAuditLog}: the step of the audit log, and the alarm.
 * </ul>
 */
@NullMarked
package io.lumia.functions.keepaccounts;

import org.jspecify.annotations.NullMarked;
