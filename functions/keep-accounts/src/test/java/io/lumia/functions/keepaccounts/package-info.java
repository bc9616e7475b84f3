@NullMarked
package io.lumia.functions.keepaccounts;

import org.jspecify.annotations.NullMarked;
