@NullMarked
package io.lumia.accounts.webhook.delivery;

import org.jspecify.annotations.NullMarked;
