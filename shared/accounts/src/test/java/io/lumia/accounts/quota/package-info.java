@NullMarked
package io.lumia.accounts.quota;

import org.jspecify.annotations.NullMarked;
