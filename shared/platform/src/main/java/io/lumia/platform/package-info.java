/**
 * The edges that all functions share, one sub-package each: {@code queue}, {@code event}, {@code object}, {@code database},
 * {@code json}, {@code time}, {@code http} (the shape of answers), {@code lambda} (a handler's beans, its
 * {@code function.json}), {@code request} (the id that is followed everywhere), {@code failure}, {@code retry} and
 * {@code aws} (the clients' settings). The only place that reads the clock, the environment or makes random ids.
 */
@NullMarked
package io.lumia.platform;

import org.jspecify.annotations.NullMarked;
