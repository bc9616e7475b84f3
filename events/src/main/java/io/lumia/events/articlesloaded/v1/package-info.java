/** {@link io.lumia.events.articlesloaded.v1.ArticlesLoaded}: record, schema, samples. */
@NullMarked
package io.lumia.events.articlesloaded.v1;

import org.jspecify.annotations.NullMarked;
