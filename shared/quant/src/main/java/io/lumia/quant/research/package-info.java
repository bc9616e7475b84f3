/**
 * The wider set of classical indicators, under the names and conventions of the reference files that the module is
 * tested with. {@link io.lumia.quant.research.ResearchEngine} takes what production computes from
 * {@link io.lumia.quant.signal.SignalEngine} and adds variants and further indicators, so that comparing its columns with
 * reference numbers tests the production code itself. Not tuned for speed, and not stored.
 */
@NullMarked
package io.lumia.quant.research;

import org.jspecify.annotations.NullMarked;
