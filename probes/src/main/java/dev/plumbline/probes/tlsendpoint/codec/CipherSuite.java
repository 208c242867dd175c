package dev.plumbline.probes.tlsendpoint.codec;

/**
 * A cipher suite. What it is made of is read from its name, which the registry builds in one way:
 * {@code TLS_KEYEXCHANGE_WITH_CIPHER_MAC}; those of TLS 1.3 name cipher and hash alone.
 *
 * @param code two bytes, for SSL 2.0 three
 * @param name as registered
 */
public record CipherSuite(int code, String name) {
  private static final String WITH = "_WITH_";

  /** In SSL 2.0 the cipher stands in front, and the key is always sent with RSA. */
  private static final String SSL2 = "SSL_CK_";

  public boolean isTls13() {
    return code >> 8 == 0x13 || code == 0xC6 || code == 0xC7 || code == 0xC0B4 || code == 0xC0B5;
  }

  public boolean isNull() {
    return cipher().startsWith("NULL") || code == 0xC0B4 || code == 0xC0B5;
  }

  public boolean isAnonymous() {
    return keyExchange().contains("_anon");
  }

  public boolean isExport() {
    return name.contains("EXPORT");
  }

  public boolean isRc4() {
    return cipher().startsWith("RC4");
  }

  public boolean isTripleDes() {
    return cipher().startsWith("3DES") || cipher().startsWith("DES_192_EDE3");
  }

  /** Single DES, with 56 bits or fewer. */
  public boolean isSingleDes() {
    return (cipher().startsWith("DES_") && !isTripleDes()) || cipher().startsWith("DES40");
  }

  public boolean isCbc() {
    return cipher().contains("_CBC");
  }

  /** RSA key transport: no forward secrecy, and open to Bleichenbacher's attack. */
  public boolean isStaticRsa() {
    return keyExchange().matches("RSA|RSA_EXPORT|RSA_EXPORT1024|RSA_FIPS|RSA_PSK");
  }

  public boolean isEphemeralEc() {
    return keyExchange().startsWith("ECDHE_") || keyExchange().equals("ECDH_anon");
  }

  public boolean isEphemeralDh() {
    return keyExchange().startsWith("DHE_") || keyExchange().startsWith("DH_anon");
  }

  /** Whether the server signs its ephemeral key. */
  public boolean isSigned() {
    return keyExchange().matches("(ECDHE|DHE)_(RSA|ECDSA|DSS)(_EXPORT|_EXPORT1024)?");
  }

  public boolean isChaCha() {
    return name.contains("CHACHA20");
  }

  private String keyExchange() {
    if (name.startsWith(SSL2)) {
      return "RSA";
    }
    int with = name.indexOf(WITH);
    return with < 0 ? "" : name.substring(name.indexOf('_') + 1, with);
  }

  private String cipher() {
    if (name.startsWith(SSL2)) {
      return name.substring(SSL2.length());
    }
    int with = name.indexOf(WITH);
    return name.substring(with >= 0 ? with + WITH.length() : name.indexOf('_') + 1);
  }
}
