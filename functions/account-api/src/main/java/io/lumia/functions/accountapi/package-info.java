/**
 * The HTTP API of accounts: {@link io.lumia.functions.accountapi.AccountApiHandler} is the edge, {@code io.lumia.web} reads
 * requests and writes answers and failures, {@code io.lumia.accounts} does the work.
 *
 * <ul>
 *   <li>{@code user}: registering, one's own account, profile, password, sessions, export and deletion; other people's rights;
 *   <li>{@code token}: signing in, going on, signing out; the keys that tokens are checked by;
 *   <li>{@code key}: partner keys and their usage;
 *   <li>{@code webhook}: endpoints, their secrets and deliveries;
 *   <li>{@code audit}: who did what.
 * </ul>
 *
 * <p>{@link io.lumia.functions.accountapi.Callers} says who asks, {@link io.lumia.functions.accountapi.Fields} reads what a body
 * must have, {@link io.lumia.functions.accountapi.Refusals} turns what use cases refuse into answers.
 */
@NullMarked
package io.lumia.functions.accountapi;

import org.jspecify.annotations.NullMarked;
