/**
 * The web site on this machine: {@link io.lumia.local.site.StaticSite} answers with the files that {@code static-site} was
 * built to, as CloudFront does in the cloud, and leaves the API's paths to the API.
 */
@NullMarked
package io.lumia.local.site;

import org.jspecify.annotations.NullMarked;
