/** Keys of partners' programs. */
@NullMarked
package io.lumia.functions.accountapi.key;

import org.jspecify.annotations.NullMarked;
