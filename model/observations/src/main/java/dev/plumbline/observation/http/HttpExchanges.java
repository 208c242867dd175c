package dev.plumbline.observation.http;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import java.util.List;
import java.util.Optional;

/** {@code http.exchanges}. */
@Kind(value = "http.exchanges", subject = "endpoint")
@Says("What a browser or proxy recorded.")
public record HttpExchanges(
    @Says("the first 2,000, each once") List<Exchange> exchanges,
    @Says("over TLS") boolean tls,
    @Says("names of headers that carried a login or session") List<String> sent,
    @Coverage @Says("number of all") long recorded,
    @Coverage @Says("what was done while it was recorded, and nothing else") String scope)
    implements Fact {
  /** A question and its answer. */
  @Says("A question and its answer.")
  public record Exchange(
      @Says("the method") Optional<String> method,
      @Says("with names of parameters and without values") Optional<String> path,
      @Says("of the answer") int status) {}
}
