/**
 * The function {@code plan-collection}: a request in, a run with items out.
 *
 * <ul>
 *   <li>{@link io.lumia.functions.plancollection.PlanCollectionHandler}: the edge, one message at a time;
 *   <li>{@link io.lumia.functions.plancollection.PlanCollection}: the use case, one transaction per job;
 *   <li>{@link io.lumia.functions.plancollection.CollectionPlan}: the decision which symbols and dates to ask for;
 *   <li>{@link io.lumia.functions.plancollection.ResumeCollection}: asks again for items that got no answer;
 *   <li>{@link io.lumia.functions.plancollection.FollowRun}: what the end of a run sets going;
 *   <li>{@link io.lumia.functions.plancollection.RegisterJob}: how a job comes into being.
 * </ul>
 *
 * <p>How a run goes on once it is stored is {@code io.lumia.collection.progress.RunProgress}'s business.
 */
@NullMarked
package io.lumia.functions.plancollection;

import org.jspecify.annotations.NullMarked;
