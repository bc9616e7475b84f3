/** What somebody should look at: {@code AlarmController} lists it. */
@NullMarked
package io.lumia.functions.collectionapi.alarm;

import org.jspecify.annotations.NullMarked;
