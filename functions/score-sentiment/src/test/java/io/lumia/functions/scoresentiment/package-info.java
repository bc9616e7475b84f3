/** Tests of score-sentiment. */
@NullMarked
package io.lumia.functions.scoresentiment;

import org.jspecify.annotations.NullMarked;
