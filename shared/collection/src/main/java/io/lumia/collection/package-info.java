/** What was asked of providers and what came of it: jobs, runs, items, quarantine, completeness. */
@NullMarked
package io.lumia.collection;

import org.jspecify.annotations.NullMarked;
