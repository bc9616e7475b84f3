/**
 * What is counted and timed. {@link io.lumia.platform.metrics.Counter}, {@link io.lumia.platform.metrics.Gauge} and
 * {@link io.lumia.platform.metrics.Timing} are all there is to measure, each with the labels it has;
 * {@link io.lumia.platform.metrics.Label} is closed, so that no asset, person, key or request can become one.
 * {@link io.lumia.platform.metrics.Metrics} is where numbers go: in Lambda to
 * {@link io.lumia.platform.metrics.EmfMetrics} (lines that CloudWatch reads), elsewhere to
 * {@link io.lumia.platform.metrics.MetricBook}, which {@link io.lumia.platform.metrics.PrometheusText} shows.
 * {@link io.lumia.platform.metrics.PaidSeries} counts what CloudWatch bills of them.
 * {@link io.lumia.platform.metrics.Invocations} measures a function's run at its edge.
 *
 * <p>Why this is our own code: docs/decisions/0015.
 */
@NullMarked
package io.lumia.platform.metrics;

import org.jspecify.annotations.NullMarked;
