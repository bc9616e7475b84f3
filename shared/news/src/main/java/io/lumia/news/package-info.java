/** Articles: what was published, which of them tell the same story, and which assets they are about. */
@NullMarked
package io.lumia.news;

import org.jspecify.annotations.NullMarked;
