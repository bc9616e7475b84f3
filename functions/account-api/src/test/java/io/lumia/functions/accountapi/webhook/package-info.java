@NullMarked
package io.lumia.functions.accountapi.webhook;

import org.jspecify.annotations.NullMarked;
