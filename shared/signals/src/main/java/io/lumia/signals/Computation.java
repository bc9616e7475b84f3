package io.lumia.signals;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an asset's stored signals rest on. If any of it is different now, the next row cannot be computed from the last.
 *
 * @param priceBasis      fingerprint of the splits and spin-offs that the prices were adjusted by
 * @param benchmarkKey    the asset that beta was measured against, null where none was known
 * @param computedThrough date of the newest stored row
 */
public record Computation(long priceBasis, @Nullable Integer benchmarkKey, LocalDate computedThrough) {}
