/** The authoriser's real handler over a real database. */
@NullMarked
package io.lumia.functions.authorize;

import org.jspecify.annotations.NullMarked;
