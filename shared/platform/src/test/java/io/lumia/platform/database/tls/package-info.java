@NullMarked
package io.lumia.platform.database.tls;

import org.jspecify.annotations.NullMarked;
