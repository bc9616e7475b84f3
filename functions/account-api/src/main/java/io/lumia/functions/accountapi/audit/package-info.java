/** Who did what that matters for security. */
@NullMarked
package io.lumia.functions.accountapi.audit;

import org.jspecify.annotations.NullMarked;
