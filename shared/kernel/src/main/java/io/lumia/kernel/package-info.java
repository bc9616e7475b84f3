/**
 * The few words that every module speaks. {@link io.lumia.kernel.Symbol} names an instrument as people type it,
 * {@link io.lumia.kernel.AssetId} names it for good; {@link io.lumia.kernel.AsOf} is the instant up to which a
 * calculation may look; {@link io.lumia.kernel.AppException} with its {@link io.lumia.kernel.ErrorCode} is the only
 * failure that leaves a module. No dependencies, no finance.
 */
@NullMarked
package io.lumia.kernel;

import org.jspecify.annotations.NullMarked;
