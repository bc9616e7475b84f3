/** Tests of jobs and templates. */
@NullMarked
package io.lumia.functions.collectionapi.job;

import org.jspecify.annotations.NullMarked;
