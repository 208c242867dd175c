package dev.plumbline.reports.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The page's style sheet with the hash that its content policy names.
 *
 * @param css the sheet
 */
public record Styles(String css) {
  /** The sheet of pages. */
  public static Styles ofScreen() {
    return load("report.css");
  }

  static Styles ofPaper() {
    return load("print.css");
  }

  private static Styles load(String name) {
    try (InputStream in = Styles.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the release");
      }
      return new Styles(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The sheet as an element. */
  public String element() {
    return "<style>" + css + "</style>";
  }

  /** As Content Security Policy level 2 writes it. */
  public String hash() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(css.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
