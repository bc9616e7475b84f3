/** What was collected: runs of jobs and their reports. */
@NullMarked
package io.lumia.functions.collectionapi.run;

import org.jspecify.annotations.NullMarked;
