@NullMarked
package io.lumia.functions.recommendationapi.document;

import org.jspecify.annotations.NullMarked;
