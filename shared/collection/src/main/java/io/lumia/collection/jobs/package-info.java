/**
 * What makes a job a good one: {@link io.lumia.collection.jobs.JobRules} finds all that is wrong with one,
 * {@link io.lumia.collection.jobs.JobTemplates} has the built-in ones, {@link io.lumia.collection.jobs.Followers} decides
 * who begins after whom.
 */
@NullMarked
package io.lumia.collection.jobs;

import org.jspecify.annotations.NullMarked;
