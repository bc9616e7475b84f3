package io.lumia.platform.database.tls;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.postgresql.ssl.WrappedFactory;

/** Sockets that believe a server only if one of the given certificates vouches for it; those of the JVM count for nothing. */
public abstract class TrustedRoots extends WrappedFactory {

    /**
     * @param name how the certificates are called in messages
     * @param pem  certificates as text, each between its BEGIN and END lines; it is closed
     */
    protected TrustedRoots(String name, InputStream pem) {
        try (pem) {
            Collection<? extends Certificate> roots =
                    CertificateFactory.getInstance("X.509").generateCertificates(pem);
            if (roots.isEmpty()) {
                throw AppException.invalid(name, "no certificate", "at least one");
            }
            factory = context(roots).getSocketFactory();
        } catch (IOException | GeneralSecurityException e) {
            throw new AppException(ErrorCode.INTERNAL, "%s cannot be read: %s".formatted(name, e.getMessage()), e);
        }
    }

    private static SSLContext context(Collection<? extends Certificate> roots)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        int number = 0;
        for (Certificate root : roots) {
            store.setCertificateEntry("root-" + number, root);
            number++;
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
