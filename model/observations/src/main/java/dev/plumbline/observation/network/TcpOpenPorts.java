package dev.plumbline.observation.network;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import java.util.List;

/** {@code tcp.open-ports}. */
@Kind(value = "tcp.open-ports", subject = "address")
@Says("TCP ports of an address that take connections. All unanswered: UNDETERMINED.")
public record TcpOpenPorts(
    @Says("ports, ascending") List<Integer> open,
    @Coverage @Says("ranges tried, such as `1-65535`") List<String> ports,
    @Coverage @Says("number of ports tried") int tried,
    @Coverage @Says("number that refused") int refused,
    @Coverage @Says("number without an answer, asked twice") int unanswered,
    @Coverage @Says("their ranges, the first 200") List<String> unansweredPorts,
    @Coverage @Says("ranges that the scope forbids") List<String> outOfScope)
    implements OpenPorts {
  @Override
  public List<Integer> found() {
    return open;
  }

  public TcpOpenPorts {
    if (unanswered > 0 && unansweredPorts.isEmpty()) {
      throw new IllegalArgumentException("without 'unansweredPorts', of which there are some");
    }
  }
}
