/**
 * The stacks of a stage. {@link io.lumia.infra.stack.LumiaStacks} makes them in the order in which they are deployed:
 *
 * <pre>
 * network ── database ─┐
 * data ────────────────┼─ migration ── application ── api ── site
 *                      └──────────────────────────────────── watch
 * </pre>
 *
 * <p>{@code FunctionUnit} is one folder of {@code functions/}, {@code QueueUnit} one queue with its dead letters. What a
 * function may do is decided in {@code Permissions} alone, and what it is told in {@code Variables}, both from its
 * {@code function.json}. Names are the same in every account ({@code Names}), so that stacks can speak of each other's
 * functions and queues without importing them.
 */
@NullMarked
package io.lumia.infra.stack;

import org.jspecify.annotations.NullMarked;
