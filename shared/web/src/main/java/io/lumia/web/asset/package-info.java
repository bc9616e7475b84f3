/** The asset that a request names and an answer is about. */
@NullMarked
package io.lumia.web.asset;

import org.jspecify.annotations.NullMarked;
