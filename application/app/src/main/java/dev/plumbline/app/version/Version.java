package dev.plumbline.app.version;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Name and version of the program. */
public final class Version {
  /** The version of the root {@code pom.xml}, which Maven writes into a resource. */
  public static final String NUMBER = number();

  /** Such as {@code Plumbline 0.2.0}. */
  public static final String TOOL = "Plumbline " + NUMBER;

  private Version() {}

  private static String number() {
    try (InputStream in =
        Objects.requireNonNull(Version.class.getResourceAsStream("version.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
