/**
 * Asking other people's servers. {@link io.lumia.platform.web.WebClient} sends one GET under hard bounds; what comes back is
 * a {@link io.lumia.platform.web.WebResult}: an answer, or why there is none. What an answer means is its reader's business.
 * {@link io.lumia.platform.web.WebPoster} sends one POST to where somebody wants to hear from us, under the same bounds.
 * {@link io.lumia.platform.web.HardenedWebClient} is the one that goes to the network; {@code Addresses} knows where it may
 * go, {@code Exchange} follows one request, {@code Body} reads with bounds.
 */
@NullMarked
package io.lumia.platform.web;

import org.jspecify.annotations.NullMarked;
