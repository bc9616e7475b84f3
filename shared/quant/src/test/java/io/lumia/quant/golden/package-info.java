/**
 * Comparisons with reference files made outside this project, from the folder named by {@code -Dgolden.dir}. Each test takes
 * every file of its kind and every case in it, and holds to the tolerance that the file states.
 */
@NullMarked
package io.lumia.quant.golden;

import org.jspecify.annotations.NullMarked;
