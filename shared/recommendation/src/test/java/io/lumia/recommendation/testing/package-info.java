/** A market without a database, for tests here and of the functions. */
@NullMarked
package io.lumia.recommendation.testing;

import org.jspecify.annotations.NullMarked;
