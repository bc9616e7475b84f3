/**
 * Brings the database to this release's schema: {@link io.lumia.functions.migratedatabase.MigrateDatabaseHandler} at the
 * edge, {@link io.lumia.functions.migratedatabase.MigrateDatabase} inside. The migrations themselves lie in the domains.
 */
@NullMarked
package io.lumia.functions.migratedatabase;

import org.jspecify.annotations.NullMarked;
