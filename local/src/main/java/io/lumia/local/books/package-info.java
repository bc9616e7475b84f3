/**
 * What the command line asks of the database beyond the domains' own ports: counts and fingerprints of whole tables,
 * the last session's movers, what lacks signals. {@link io.lumia.local.books.Books} is the port, its SQL is in
 * {@code persistence}.
 */
@NullMarked
package io.lumia.local.books;

import org.jspecify.annotations.NullMarked;
