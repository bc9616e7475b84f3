@NullMarked
package io.lumia.functions.accountapi.user;

import org.jspecify.annotations.NullMarked;
