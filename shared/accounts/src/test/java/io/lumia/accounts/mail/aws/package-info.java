@NullMarked
package io.lumia.accounts.mail.aws;

import org.jspecify.annotations.NullMarked;
