/**
 * The HTTP API of recommendations: {@link io.lumia.functions.recommendationapi.RecommendationApiHandler} is the edge,
 * {@code io.lumia.web} reads requests and writes answers and failures.
 *
 * <ul>
 *   <li>{@code market}: the newest snapshots, kept in memory while our books do not change;
 *   <li>{@code recommendation}: making, showing and listing recommendations, and what people say of them;
 *   <li>{@code replay}: making one again; {@code frontier}: what one was chosen from;
 *   <li>{@code scorecard}: how they did.
 * </ul>
 */
@NullMarked
package io.lumia.functions.recommendationapi;

import org.jspecify.annotations.NullMarked;
