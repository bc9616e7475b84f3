/**
 * PostgreSQL in the data folder: {@link io.lumia.local.database.EmbeddedServer} starts and stops it,
 * {@link io.lumia.local.database.OrphanedServer} ends one that a killed process left behind, {@link
 * io.lumia.local.database.KeptAlive} starts one again that was killed while our process lives. No SQL here.
 */
@NullMarked
package io.lumia.local.database;

import org.jspecify.annotations.NullMarked;
