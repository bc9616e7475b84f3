/**
 * What companies reported, from both books: under metrics' standard names and under the concepts of their filings.
 */
@NullMarked
package io.lumia.functions.marketapi.fundamental;

import org.jspecify.annotations.NullMarked;
