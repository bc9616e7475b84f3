@NullMarked
package io.lumia.functions.accountapi.document;

import org.jspecify.annotations.NullMarked;
