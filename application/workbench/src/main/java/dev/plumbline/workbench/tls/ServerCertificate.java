package dev.plumbline.workbench.tls;

import dev.plumbline.app.UnusableInputException;
import dev.plumbline.app.message.Message;
import dev.plumbline.core.Digest;
import java.io.IOException;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A certificate with its private key.
 *
 * @param chain its own certificate first, then those of the authorities between it and the root
 */
public record ServerCertificate(List<X509Certificate> chain, PrivateKey key) {
  private static final int DNS = 2;
  private static final int ADDRESS = 7;

  public ServerCertificate {
    chain = List.copyOf(chain);
  }

  /**
   * The names and addresses that it is for, as they stand in addresses of pages. Names with a
   * wildcard are none: a server has to know its own.
   *
   * @throws UnusableInputException if it names nothing
   */
  public List<String> hosts() {
    List<String> hosts = new ArrayList<>();
    for (List<?> name : names()) {
      String text = String.valueOf(name.get(1)).toLowerCase(Locale.ROOT);
      if (name.get(0).equals(DNS) && !text.contains("*")) {
        hosts.add(text);
      } else if (name.get(0).equals(ADDRESS)) {
        hosts.add(SelfMadeCertificate.host(InetAddress.ofLiteral(text)));
      }
    }
    if (hosts.isEmpty()) {
      throw new UnusableInputException(Message.of("PLB-C611"));
    }
    return List.copyOf(hosts);
  }

  /** By which of its names an address is called: by itself, where the certificate names it. */
  public String hostFor(InetAddress address) {
    return names(address) ? SelfMadeCertificate.host(address) : hosts().getFirst();
  }

  /** Whether it is for this address, and not for a name alone. */
  public boolean names(InetAddress address) {
    return hosts().contains(SelfMadeCertificate.host(address));
  }

  /** Whether nobody but its own key vouches for it. */
  public boolean isSelfSigned() {
    X509Certificate own = chain.getFirst();
    return own.getIssuerX500Principal().equals(own.getSubjectX500Principal());
  }

  private Collection<List<?>> names() {
    try {
      return Optional.ofNullable(chain.getFirst().getSubjectAlternativeNames()).orElse(List.of());
    } catch (CertificateParsingException e) {
      return List.of();
    }
  }

  /** SHA-256 of its own certificate, in pairs of digits, as browsers show it. */
  public String fingerprint() {
    try {
      return Digest.of(chain.getFirst().getEncoded())
          .hex()
          .toUpperCase(Locale.ROOT)
          .replaceAll("(..)(?=.)", "$1:");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a certificate that was read has bytes", e);
    }
  }

  /** In memory, without a password. */
  public KeyStore store() throws IOException {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, new char[0]);
      store.setKeyEntry("server", key, new char[0], chain.toArray(new X509Certificate[0]));
      return store;
    } catch (GeneralSecurityException e) {
      throw new IOException("The certificate and its key cannot be used: " + e.getMessage(), e);
    }
  }
}
