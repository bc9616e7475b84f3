/** Why the database did not answer. */
@NullMarked
package io.lumia.web.persistence;

import org.jspecify.annotations.NullMarked;
