/**
 * Asking other people's servers. {@link io.lumia.platform.web.WebClient} sends one GET under hard bounds; what comes back is
 * a {@link io.lumia.platform.web.WebResult}: an answer, or why there is none. What an answer means is its reader's business.
 */
@NullMarked
package io.lumia.platform.web;

import org.jspecify.annotations.NullMarked;
