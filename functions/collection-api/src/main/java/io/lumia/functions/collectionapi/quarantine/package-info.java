/**
 * Rows that were set aside, and decisions about them: {@code QuarantineController} lists rows and takes decisions,
 * {@code DecideQuarantine} is the use case, {@code RowReleaser} brings what is believed into our books.
 */
@NullMarked
package io.lumia.functions.collectionapi.quarantine;

import org.jspecify.annotations.NullMarked;
