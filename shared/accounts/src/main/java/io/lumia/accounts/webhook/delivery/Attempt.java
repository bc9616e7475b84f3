package io.lumia.accounts.webhook.delivery;

import java.time.Duration;
import java.time.Instant;

/**
 * One try to deliver.
 *
 * @param number  1, 2, 3 …
 * @param outcome {@code delivered}, {@code refused}, {@code gone}, or why there was no answer, such as {@code timed_out}
 * @param status  HTTP's; 0 without an answer
 * @param took    until the answer or until it was given up
 * @param detail  for a person; empty where the status says all
 */
public record Attempt(int number, Instant at, String outcome, int status, Duration took, String detail) {}
