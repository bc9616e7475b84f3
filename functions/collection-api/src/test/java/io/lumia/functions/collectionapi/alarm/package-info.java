/** Tests of alarms. */
@NullMarked
package io.lumia.functions.collectionapi.alarm;

import org.jspecify.annotations.NullMarked;
