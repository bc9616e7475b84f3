@NullMarked
package io.lumia.functions.accountapi.audit;

import org.jspecify.annotations.NullMarked;
