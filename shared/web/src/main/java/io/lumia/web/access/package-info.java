/**
 * Who may call a route: {@link io.lumia.web.access.Needs} and {@link io.lumia.web.access.OpenToAll} on the controllers'
 * methods, one of them on each.
 */
@NullMarked
package io.lumia.web.access;

import org.jspecify.annotations.NullMarked;
