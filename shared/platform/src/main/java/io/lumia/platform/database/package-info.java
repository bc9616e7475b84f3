/** Transactions, inbox, COPY: what every persistence package needs. */
@NullMarked
package io.lumia.platform.database;

import org.jspecify.annotations.NullMarked;
