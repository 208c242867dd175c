package dev.plumbline.client.standin;

import dev.plumbline.core.BoundedPattern;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A call that began in clear text where a handshake was waited for. What it said is not kept.
 *
 * @param protocol {@code http} or {@code mqtt}
 * @param secrets names of what carried a login or a session, such as {@code authorization}
 */
public record ClearText(String protocol, List<String> secrets) {
  private static final BoundedPattern HTTP =
      BoundedPattern.compile("(?s)[A-Z]{3,10} \\S{1,2000} HTTP/1\\.[01]\\r?\\n.*");
  private static final BoundedPattern MQTT =
      BoundedPattern.compile("(?s)\\x10.{1,4}\\x00[\\x04\\x06]MQ(TT|Isdp).*");
  private static final List<String> CARRIERS =
      List.of("authorization", "cookie", "x-token", "x-api-key", "x-auth-token");
  private static final BoundedPattern SECRET =
      BoundedPattern.compile("(?i)[\"?&]?(password|passwd|token|api_?key|secret)\"?\\s*[=:]");

  public ClearText {
    secrets = List.copyOf(secrets);
  }

  /** Recognises it by its first bytes; empty where they are of no known kind. */
  public static Optional<ClearText> read(byte[] first) {
    String text = new String(first, StandardCharsets.ISO_8859_1);
    if (HTTP.matcher(text).matches()) {
      String lower = text.toLowerCase(Locale.ROOT);
      Stream<String> headers = CARRIERS.stream().filter(c -> lower.contains("\n" + c + ":"));
      Stream<String> words =
          SECRET.matcher(text).results().map(m -> m.group(1).toLowerCase(Locale.ROOT));
      return Optional.of(
          new ClearText("http", Stream.concat(headers, words).distinct().sorted().toList()));
    }
    return MQTT.matcher(text).matches()
        ? Optional.of(new ClearText("mqtt", List.of()))
        : Optional.empty();
  }

  /** Such a call, in the place of a handshake. */
  static final class ClearTextException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient ClearText said;

    ClearTextException(ClearText said) {
      super("it spoke " + said.protocol() + " in clear text");
      this.said = said;
    }

    ClearText said() {
      return said;
    }
  }
}
