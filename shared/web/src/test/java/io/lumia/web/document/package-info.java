@NullMarked
package io.lumia.web.document;

import org.jspecify.annotations.NullMarked;
