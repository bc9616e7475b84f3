/** The gateway's request authoriser: credentials in, who it is and how much he has left out. */
@NullMarked
package io.lumia.functions.authorize;

import org.jspecify.annotations.NullMarked;
