/**
 * Getting things collected: {@link io.lumia.local.collect.BundleJob} registers the job of a bundle and has its runs planned
 * by {@code plan-collection}, {@link io.lumia.local.collect.LiveJobs} does so with those of live providers,
 * {@link io.lumia.local.collect.RunWait} waits for a run, {@link io.lumia.local.collect.RunStory} tells what became of it,
 * {@link io.lumia.local.collect.Recovery} takes up what a killed process left undone.
 */
@NullMarked
package io.lumia.local.collect;

import org.jspecify.annotations.NullMarked;
