@NullMarked
package io.lumia.accounts.pepper;

import org.jspecify.annotations.NullMarked;
