/**
 * Signing in to Aurora and RDS without a password. With {@code lumia.database.authentication=iam}
 * ({@code LUMIA_DATABASE_AUTHENTICATION}) every new connection signs in by a {@link io.lumia.platform.database.token.DatabaseToken}
 * that the process' own role signs; without it, or with {@code password}, by the data source's password.
 */
@NullMarked
package io.lumia.platform.database.token;

import org.jspecify.annotations.NullMarked;
