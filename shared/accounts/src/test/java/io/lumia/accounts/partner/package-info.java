@NullMarked
package io.lumia.accounts.partner;

import org.jspecify.annotations.NullMarked;
