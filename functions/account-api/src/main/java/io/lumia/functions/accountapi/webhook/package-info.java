/** Where partners want to hear from us, and what came of telling them. */
@NullMarked
package io.lumia.functions.accountapi.webhook;

import org.jspecify.annotations.NullMarked;
