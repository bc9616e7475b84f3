@NullMarked
package io.lumia.accounts.webhook;

import org.jspecify.annotations.NullMarked;
