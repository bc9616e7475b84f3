/** JSON of the command line and the files beside it; messages and API answers use the platform's own codec. */
@NullMarked
package io.lumia.local.json;

import org.jspecify.annotations.NullMarked;
