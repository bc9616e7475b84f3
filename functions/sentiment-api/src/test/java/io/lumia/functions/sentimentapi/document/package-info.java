/** Tests of sentiment-api. */
@NullMarked
package io.lumia.functions.sentimentapi.document;

import org.jspecify.annotations.NullMarked;
