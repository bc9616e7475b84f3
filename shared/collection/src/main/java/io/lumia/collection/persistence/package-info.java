/** The tables of collection, package-private behind the ports of {@code io.lumia.collection}. */
@NullMarked
package io.lumia.collection.persistence;

import org.jspecify.annotations.NullMarked;
