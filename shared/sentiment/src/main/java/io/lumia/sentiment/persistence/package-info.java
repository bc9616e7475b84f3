/** Scores in PostgreSQL, and articles read with them. */
@NullMarked
package io.lumia.sentiment.persistence;

import org.jspecify.annotations.NullMarked;
