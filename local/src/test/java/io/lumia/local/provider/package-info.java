/** Providers on this machine, and what collection makes of them. */
@NullMarked
package io.lumia.local.provider;

import org.jspecify.annotations.NullMarked;
