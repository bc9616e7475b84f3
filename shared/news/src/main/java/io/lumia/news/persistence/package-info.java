/** Articles, their sightings and their links in PostgreSQL; the assets that texts can be about. */
@NullMarked
package io.lumia.news.persistence;

import org.jspecify.annotations.NullMarked;
