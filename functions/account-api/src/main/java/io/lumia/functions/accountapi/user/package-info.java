/** People: how an account begins, what its owner does with it, and how it ends. */
@NullMarked
package io.lumia.functions.accountapi.user;

import org.jspecify.annotations.NullMarked;
