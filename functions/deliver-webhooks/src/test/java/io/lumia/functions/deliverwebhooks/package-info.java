@NullMarked
package io.lumia.functions.deliverwebhooks;

import org.jspecify.annotations.NullMarked;
