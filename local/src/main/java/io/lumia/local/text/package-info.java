/** What commands print: tables, bars, numbers. */
@NullMarked
package io.lumia.local.text;

import org.jspecify.annotations.NullMarked;
