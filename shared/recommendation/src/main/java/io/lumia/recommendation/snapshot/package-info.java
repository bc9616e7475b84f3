/**
 * What was known when: the only thing that the engine sees.
 *
 * <ul>
 *   <li>{@link io.lumia.recommendation.snapshot.SnapshotTime}: public by when, learned by when;
 *   <li>{@link io.lumia.recommendation.snapshot.Snapshots}: the port that reads;
 *   <li>{@link io.lumia.recommendation.snapshot.MarketSnapshot}: assets with prices, facts and texts;
 *   <li>{@link io.lumia.recommendation.snapshot.Fingerprint}: by which it is known again, row by row;
 *   <li>{@link io.lumia.recommendation.snapshot.SnapshotBook}: the port that remembers fingerprints.
 * </ul>
 */
@NullMarked
package io.lumia.recommendation.snapshot;

import org.jspecify.annotations.NullMarked;
