/**
 * Transactions, inbox, COPY: what every persistence package needs. {@link io.lumia.platform.database.IdempotencyKeys} lets a
 * request take effect once, for which {@link io.lumia.platform.database.ClaimScope} tells transactions whose work they are.
 */
@NullMarked
package io.lumia.platform.database;

import org.jspecify.annotations.NullMarked;
