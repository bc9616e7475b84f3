@NullMarked
package io.lumia.accounts.partner.persistence;

import org.jspecify.annotations.NullMarked;
