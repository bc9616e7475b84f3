@NullMarked
package io.lumia.accounts.audit;

import org.jspecify.annotations.NullMarked;
