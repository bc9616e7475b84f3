@NullMarked
package io.lumia.accounts.webhook.persistence;

import org.jspecify.annotations.NullMarked;
