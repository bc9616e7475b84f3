@NullMarked
package io.lumia.functions.runbacktest;

import org.jspecify.annotations.NullMarked;
