/** The one hash of contents: {@link io.lumia.platform.hash.Sha256}. Ids from names are in {@code time}. */
@NullMarked
package io.lumia.platform.hash;

import org.jspecify.annotations.NullMarked;
