@NullMarked
package io.lumia.accounts.partner.wiring;

import org.jspecify.annotations.NullMarked;
