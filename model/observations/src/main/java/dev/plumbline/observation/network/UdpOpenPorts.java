package dev.plumbline.observation.network;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import java.util.List;
import java.util.Optional;

/** {@code udp.open-ports}. */
@Kind(value = "udp.open-ports", subject = "address")
@Says("UDP ports of an address that answer. Nothing answered or refused: UNDETERMINED.")
public record UdpOpenPorts(
    @Says("ports that sent something back, ascending") List<Integer> answered,
    @Says("what the first 200 of them speak") List<Heard> heard,
    @Says("the first 200 unanswered ports") List<Integer> silent,
    @Coverage @Says("ranges tried") List<String> ports,
    @Coverage @Says("number of ports tried") int tried,
    @Coverage @Says("number that refused (ICMP port unreachable)") int refused,
    @Coverage @Says("number without an answer: open, filtered, or the device limits its refusals")
        int unanswered,
    @Coverage @Says("their ranges, the first 200") List<String> unansweredPorts,
    @Coverage @Says("ranges that the scope forbids") List<String> outOfScope,
    @Coverage
        @Says(
            "ranges that were silent or answered in no known protocol, and were asked the questions"
                + " of all protocols")
        Optional<List<String>> everyProtocol,
    @Coverage @Says("number of the tester's addresses that asked") Optional<Integer> standpoints,
    @Coverage @Says("refusals a second, where the device limits them")
        Optional<Double> refusalsPerSecond,
    @Coverage @Says("ranges that were not asked") Optional<List<String>> notAsked,
    @Coverage
        @Says(
            "why: the time was over, a datagram could not be sent, or the device refuses too slowly"
                + " to tell all silent ports apart")
        Optional<String> stopped)
    implements OpenPorts {
  @Override
  public List<Integer> found() {
    return answered;
  }

  public UdpOpenPorts {
    if (unanswered > 0 && unansweredPorts.isEmpty()) {
      throw new IllegalArgumentException("without 'unansweredPorts', of which there are some");
    }
  }

  /** What answered at a port. */
  @Says("What answered at a port.")
  public record Heard(
      @Says("the port") int port,
      @Says("protocol, `unknown` where the answer is none of a protocol that was asked for")
          String protocol) {}
}
