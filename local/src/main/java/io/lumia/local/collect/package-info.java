/**
 * Getting a bundle collected: {@link io.lumia.local.collect.BundleJob} registers the job and has its runs planned by
 * {@code plan-collection}, {@link io.lumia.local.collect.Recovery} takes up what a killed process left undone.
 */
@NullMarked
package io.lumia.local.collect;

import org.jspecify.annotations.NullMarked;
