/**
 * Measures the linker on headlines whose tickers are known: they are hidden from it and compared. {@code local/lumia bench
 * linking} shows it; docs/linking.md tells what is counted.
 */
@NullMarked
package io.lumia.news.benchmark;

import org.jspecify.annotations.NullMarked;
