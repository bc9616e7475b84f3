/** Tests of health. */
@NullMarked
package io.lumia.functions.marketapi.health;

import org.jspecify.annotations.NullMarked;
