/** Tests of sentiment-api. */
@NullMarked
package io.lumia.functions.sentimentapi;

import org.jspecify.annotations.NullMarked;
