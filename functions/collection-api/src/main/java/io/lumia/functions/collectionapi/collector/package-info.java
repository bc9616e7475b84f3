/** Where facts can be collected from: {@code CollectorController} lists what the providers declare about themselves. */
@NullMarked
package io.lumia.functions.collectionapi.collector;

import org.jspecify.annotations.NullMarked;
