/** Tests of the edge. */
@NullMarked
package io.lumia.web.http;

import org.jspecify.annotations.NullMarked;
