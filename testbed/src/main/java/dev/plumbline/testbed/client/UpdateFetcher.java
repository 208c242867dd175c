package dev.plumbline.testbed.client;

import dev.plumbline.testbed.bench.DeviceMemory;
import dev.plumbline.testbed.settings.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks for an update and installs it. Settings: {@code metadata} and {@code image}, the paths of a
 * text that names version and SHA-256, and of the image; and how images are examined that came by
 * this way, as under {@code updates} of {@link DeviceMemory}.
 */
final class UpdateFetcher {
  private static final String HEAD_END = "\r\n\r\n";
  private static final Pattern LENGTH = Pattern.compile("\r\nContent-Length: (\\d+)\r\n");
  private static final Pattern VERSION = Pattern.compile("\"version\": ?\"([^\"]+)\"");
  private static final Pattern DIGEST = Pattern.compile("\"sha256\": ?\"([0-9a-f]{64})\"");

  private final Settings settings;
  private final DeviceMemory memory;

  UpdateFetcher(Settings settings, DeviceMemory memory) {
    this.settings = settings;
    this.memory = memory;
  }

  /** Gives what a server answers to a request for a path. */
  @FunctionalInterface
  interface Asking {
    byte[] ask(String path) throws IOException;
  }

  void look(Asking server) throws IOException {
    String metadata = fetch(server, "metadata").orElse("");
    Matcher version = VERSION.matcher(metadata);
    Matcher digest = DIGEST.matcher(metadata);
    if (!version.find() || !digest.find() || version.group(1).equals(memory.version())) {
      return;
    }
    Optional<String> image = fetch(server, "image");
    if (image.filter(i -> sha256(i).equals(digest.group(1))).isPresent()) {
      memory.install(image.get(), settings);
    }
  }

  /** Empty where the answer is not whole. */
  private Optional<String> fetch(Asking server, String what) throws IOException {
    String answer = new String(server.ask(settings.required(what)), StandardCharsets.ISO_8859_1);
    int head = answer.indexOf(HEAD_END) + HEAD_END.length();
    Matcher length = LENGTH.matcher(answer);
    return answer.startsWith("HTTP/1.1 200 ")
            && length.find()
            && answer.length() - head == Integer.parseInt(length.group(1))
        ? Optional.of(answer.substring(head))
        : Optional.empty();
  }

  private static String sha256(String content) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(content.getBytes(StandardCharsets.ISO_8859_1)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
