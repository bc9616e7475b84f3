/**
 * Measurements that anyone can repeat: {@link io.lumia.local.bench.IngestBench} loads synthetic bars by the real way,
 * {@link io.lumia.local.bench.ProcessorMeter} says what it cost us and PostgreSQL,
 * {@link io.lumia.local.bench.Machine} on what machine. What signals and reads cost is measured beside their code.
 */
@NullMarked
package io.lumia.local.bench;

import org.jspecify.annotations.NullMarked;
