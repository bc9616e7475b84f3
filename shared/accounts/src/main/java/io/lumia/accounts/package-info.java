/** Who may do what: people and their sessions, partners and their keys. */
@NullMarked
package io.lumia.accounts;

import org.jspecify.annotations.NullMarked;
