/** A JDK HTTP server on the loopback interface with bounded requests: what bus and gateway stand on. */
@NullMarked
package io.lumia.local.http;

import org.jspecify.annotations.NullMarked;
