/** Where facts can be collected from: {@code CollectorController} lists what providers declare and how it stands with them. */
@NullMarked
package io.lumia.functions.collectionapi.collector;

import org.jspecify.annotations.NullMarked;
