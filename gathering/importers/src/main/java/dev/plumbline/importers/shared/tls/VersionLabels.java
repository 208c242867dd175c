package dev.plumbline.importers.shared.tls;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Versions of TLS by the labels of {@code tls.versions}. */
public final class VersionLabels {
  /** All, oldest first. */
  public static final List<String> ALL =
      List.of("SSLv2", "SSLv3", "TLSv1.0", "TLSv1.1", "TLSv1.2", "TLSv1.3");

  private VersionLabels() {}

  /** The label of what a tool writes, such as {@code TLS1_2}, {@code tls12} or {@code TLSv1}. */
  public static Optional<String> label(String written) {
    String key =
        written.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "").replaceFirst("^tlsv", "tls");
    return switch (key) {
      case "sslv2", "ssl2", "ssl20", "sslv20" -> Optional.of("SSLv2");
      case "sslv3", "ssl3", "ssl30", "sslv30" -> Optional.of("SSLv3");
      case "tls1", "tls10" -> Optional.of("TLSv1.0");
      case "tls11" -> Optional.of("TLSv1.1");
      case "tls12" -> Optional.of("TLSv1.2");
      case "tls13" -> Optional.of("TLSv1.3");
      default -> Optional.empty();
    };
  }
}
