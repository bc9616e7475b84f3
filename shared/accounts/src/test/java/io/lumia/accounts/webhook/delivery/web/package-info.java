@NullMarked
package io.lumia.accounts.webhook.delivery.web;

import org.jspecify.annotations.NullMarked;
