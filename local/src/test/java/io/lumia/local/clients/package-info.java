/** The recipe of docs/clients.md, followed to the letter against a stub of the API. */
@NullMarked
package io.lumia.local.clients;

import org.jspecify.annotations.NullMarked;
