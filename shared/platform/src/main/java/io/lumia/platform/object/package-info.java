/**
 * Raw provider answers as objects: {@link io.lumia.platform.object.ObjectStore} is a folder on a laptop and S3 in the
 * cloud, chosen by the property {@code lumia.objects.location}.
 */
@NullMarked
package io.lumia.platform.object;

import org.jspecify.annotations.NullMarked;
