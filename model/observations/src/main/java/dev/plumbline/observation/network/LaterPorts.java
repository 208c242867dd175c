package dev.plumbline.observation.network;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import java.util.List;
import java.util.Optional;

/** {@code tcp.later-ports}. */
@Kind(value = "tcp.later-ports", subject = "address")
@Says(
    "TCP ports of an address that take connections in a second look, and that the first look"
        + " (`tcp.open-ports`) did not find open. No answer, or no first look: UNDETERMINED.")
public record LaterPorts(
    @Says("those, ascending by port; each took connections twice") List<Opened> open,
    @Coverage @Says("ranges tried, such as `1-65535`") List<String> ports,
    @Coverage @Says("number of ports tried") int tried,
    @Coverage @Says("number without an answer, asked twice") int unanswered,
    @Coverage @Says("their ranges, the first 200") List<String> unansweredPorts,
    @Coverage @Says("seconds since the first look") int secondsSinceFirst)
    implements Fact {
  public LaterPorts {
    if (unanswered > 0 && unansweredPorts.isEmpty()) {
      throw new IllegalArgumentException("without 'unansweredPorts', of which there are some");
    }
  }

  /** A port that opened. */
  @Says("A port that opened.")
  public record Opened(
      @Says("the port") int port,
      @Says("the first line that it says unasked; absent where it says nothing")
          Optional<String> greeting) {}
}
