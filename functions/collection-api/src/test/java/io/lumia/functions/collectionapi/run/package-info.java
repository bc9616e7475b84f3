/** Tests of runs. */
@NullMarked
package io.lumia.functions.collectionapi.run;

import org.jspecify.annotations.NullMarked;
