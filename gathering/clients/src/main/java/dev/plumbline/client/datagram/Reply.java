package dev.plumbline.client.datagram;

import java.util.List;
import java.util.Optional;

/**
 * What came back to a question.
 *
 * @param datagrams in the order in which they came
 * @param refused whether an ICMP "port unreachable" was all that came
 * @param failure why the question could not be sent or its answer not be had; empty where it could
 */
public record Reply(List<byte[]> datagrams, boolean refused, String failure) {
  public Reply {
    datagrams = List.copyOf(datagrams);
  }

  public Optional<byte[]> first() {
    return datagrams.stream().findFirst();
  }

  /** Whether nothing at all came back, although the question was sent. */
  public boolean silent() {
    return datagrams.isEmpty() && !refused && failure.isEmpty();
  }

  /** Why there is no answer, as a clause. */
  public String why() {
    if (refused) {
      return "the port refuses datagrams";
    }
    return failure.isEmpty() ? "no answer came, twice asked" : failure;
  }
}
