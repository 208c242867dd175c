package dev.plumbline.importers.tls;

import java.util.Set;
import java.util.TreeSet;

/** Weaknesses that an accepted suite shows, by their names in {@code tls.weaknesses}. */
final class SuiteWeaknesses {
  private static final String WITH = "_WITH_";
  private static final String SSL2 = "SSL_CK_";

  private SuiteWeaknesses() {}

  static Set<String> of(String version, String suite) {
    String exchange = exchange(suite);
    String cipher = cipher(suite);
    boolean triple = cipher.startsWith("3DES") || cipher.startsWith("DES_192_EDE3");
    Set<String> weak = new TreeSet<>();
    add(weak, "null-cipher", cipher.startsWith("NULL"));
    add(weak, "anonymous", exchange.contains("_anon"));
    add(weak, "export", suite.contains("EXPORT"));
    add(weak, "rc4", cipher.startsWith("RC4"));
    add(weak, "3des", triple);
    add(weak, "des", (cipher.startsWith("DES_") && !triple) || cipher.startsWith("DES40"));
    add(weak, "static-rsa", exchange.matches("RSA|RSA_EXPORT|RSA_EXPORT1024|RSA_FIPS|RSA_PSK"));
    add(
        weak,
        "cbc-tls10",
        cipher.contains("_CBC")
            && TlsVersions.ALL.indexOf(version) < TlsVersions.ALL.indexOf("TLSv1.1"));
    return weak;
  }

  private static void add(Set<String> weak, String name, boolean shown) {
    if (shown) {
      weak.add(name);
    }
  }

  private static String exchange(String suite) {
    if (suite.startsWith(SSL2)) {
      return "RSA";
    }
    int with = suite.indexOf(WITH);
    return with < 0 ? "" : suite.substring(suite.indexOf('_') + 1, with);
  }

  private static String cipher(String suite) {
    if (suite.startsWith(SSL2)) {
      return suite.substring(SSL2.length());
    }
    int with = suite.indexOf(WITH);
    return suite.substring(with >= 0 ? with + WITH.length() : suite.indexOf('_') + 1);
  }
}
