/**
 * Whom a connection to the database believes. {@link io.lumia.platform.database.tls.RdsRoots} checks the server's certificate
 * against Amazon's own roots for RDS in a region, which lie beside it as {@code rds/<region>.pem}; {@link
 * io.lumia.platform.database.tls.TrustedRoots} is the same for any PEM file. That the certificate is for the host asked for is
 * checked by the driver, with {@code sslmode=verify-full}.
 *
 * <p>The driver's own {@code sslrootcert} reads files only, and in a native program these are resources.
 */
@NullMarked
package io.lumia.platform.database.tls;

import org.jspecify.annotations.NullMarked;
