/**
 * The signal tables, and the bulk way to the bars they are made of. Everything here is package-private behind the ports
 * of {@code io.lumia.signals}; the migration lies beside it under {@code db/migration/signals}. Rows go in by
 * {@link io.lumia.platform.database.BinaryCopy} and come out by {@code BinaryRows}.
 *
 * <p>{@code CopiedBars} reads {@code market.daily_bar} and {@code market.corporate_action} directly, the one crossing of
 * a schema's border: a port that hands over objects costs more than all the rest of a full computation.
 */
@NullMarked
package io.lumia.signals.persistence;

import org.jspecify.annotations.NullMarked;
