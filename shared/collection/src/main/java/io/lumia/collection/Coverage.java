package io.lumia.collection;

import java.time.LocalDate;

/**
 * What a job has collected of a symbol's facts.
 *
 * @param collectedTo the last date up to which they were asked for without a hole
 * @param known       false when our books did not know the symbol then, so that its rows were set aside
 */
public record Coverage(LocalDate collectedTo, boolean known) {}
