package dev.plumbline.observation.http;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code http.headers}. */
@Kind(value = "http.headers", subject = "endpoint")
@Says("Headers and cookies of a web server.")
public record HttpHeaders(
    @Says("names to values") Map<String, String> headers,
    @Says("cookies that it set") List<Cookie> cookies,
    @Coverage @Says("where, `/` when absent") Optional<String> path)
    implements Fact {
  /** A cookie. */
  @Says("A cookie.")
  public record Cookie(
      @Says("its name") String name,
      @Says("over TLS alone") boolean secure,
      @Says("kept from scripts") boolean httpOnly,
      @Says("as it says, empty where it does not") String sameSite) {}
}
