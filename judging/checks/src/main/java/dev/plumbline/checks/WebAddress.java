package dev.plumbline.checks;

import dev.plumbline.core.BoundedPattern;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * An absolute address of the web, as text; nothing is looked up.
 *
 * @param port as written, or the usual one of the scheme
 * @param path empty where there is none
 */
public record WebAddress(String host, int port, String path) {
  private static final BoundedPattern FORM =
      BoundedPattern.compile(
          "(?i)(https?)://(\\[[^\\]\\s]+\\]|[^/:?#\\[\\]@\\s]+)(?::(\\d{1,5}))?(/[^?#\\s]*)?(?:[?#]\\S*)?");

  public static Optional<WebAddress> parse(String text) {
    Matcher m = FORM.matcher(text);
    if (!m.matches()) {
      return Optional.empty();
    }
    int usual = m.group(1).toLowerCase(Locale.ROOT).equals("https") ? 443 : 80;
    int port = m.group(3) == null ? usual : Integer.parseInt(m.group(3));
    return Optional.of(new WebAddress(m.group(2), port, m.group(4) == null ? "" : m.group(4)));
  }

  /** Whether it is the start page of its server. */
  public boolean isRoot() {
    return path.isEmpty() || path.equals("/");
  }
}
