package dev.plumbline.probes.tlsendpoint;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Keys and certificates that openssl makes for a test. */
final class TestKeys {
  private TestKeys() {}

  /**
   * A self-signed certificate {@code NAME.pem} with its key {@code NAME.key}.
   *
   * @param key such as {@code rsa:2048}, or {@code ec} with its option
   * @param more options of {@code openssl req}
   */
  static void selfSigned(Path directory, String name, String key, String... more) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "openssl",
                "req",
                "-x509",
                "-nodes",
                "-newkey",
                key,
                "-keyout",
                name + ".key",
                "-out",
                name + ".pem",
                "-subj",
                "/CN=" + name));
    command.addAll(Arrays.asList(more));
    String text = ServerProcess.run(directory, command);
    if (!Files.exists(directory.resolve(name + ".pem"))) {
      throw new AssertionError("no certificate: " + text);
    }
  }

  /** Options of a server that uses it. */
  static List<String> options(String name, String... more) {
    List<String> options = new ArrayList<>(List.of("-cert", name + ".pem", "-key", name + ".key"));
    options.addAll(Arrays.asList(more));
    return options;
  }
}
