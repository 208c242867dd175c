package dev.plumbline.core.tls;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.security.auth.x500.X500Principal;

/** The common name in the name of a certificate's subject. */
public final class CommonName {
  // Possessive, so that a name of any length is read in a loop and not by recursion.
  private static final Pattern FORM =
      Pattern.compile("(?:^|,)CN=((?:[^,\\\\]|\\\\.)*+)", Pattern.CASE_INSENSITIVE);

  private CommonName() {}

  /** The first one, as RFC 2253 writes it; empty when there is none. */
  public static Optional<String> of(X500Principal name) {
    Matcher m = FORM.matcher(name.getName());
    return m.find() ? Optional.of(m.group(1)) : Optional.empty();
  }
}
