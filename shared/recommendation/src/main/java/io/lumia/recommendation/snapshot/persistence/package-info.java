/**
 * PostgreSQL behind the ports of {@code io.lumia.recommendation.snapshot}; the migration lies beside it under {@code
 * db/migration/recommendation}.
 *
 * <p>One rule for all that has versions ({@link io.lumia.recommendation.snapshot.persistence.ReadingTime}): the version that our
 * books held at {@code as_of}; where they held none, the first that they learned afterwards, unless that was after {@code
 * known_at}. Versions that were replaced in the instant in which they were learned are none.
 */
@NullMarked
package io.lumia.recommendation.snapshot.persistence;

import org.jspecify.annotations.NullMarked;
