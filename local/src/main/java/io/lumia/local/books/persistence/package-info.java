/** The SQL behind {@link io.lumia.local.books.Books}. */
@NullMarked
package io.lumia.local.books.persistence;

import org.jspecify.annotations.NullMarked;
