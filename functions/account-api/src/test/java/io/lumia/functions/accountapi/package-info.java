@NullMarked
package io.lumia.functions.accountapi;

import org.jspecify.annotations.NullMarked;
