@NullMarked
package io.lumia.accounts.partner.personal;

import org.jspecify.annotations.NullMarked;
