@NullMarked
package io.lumia.accounts.webhook.delivery.persistence;

import org.jspecify.annotations.NullMarked;
