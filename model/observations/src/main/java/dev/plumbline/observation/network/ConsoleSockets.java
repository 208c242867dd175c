package dev.plumbline.observation.network;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import java.util.List;
import java.util.Optional;

/** {@code console.sockets}. */
@Kind(value = "console.sockets", subject = "DUT")
@Says("Sockets that wait for others, as the device's own console lists them.")
public record ConsoleSockets(
    @Says("the first 20,000") List<Socket> sockets,
    @Coverage @Says("`tcp`, `udp`, those that the tester's end mark names") List<String> transports,
    @Coverage
        @Says(
            "the list has its end mark and every line was read; without it nothing follows from"
                + " what is not in the list")
        boolean complete)
    implements Fact {

  /** A socket that waits. */
  @Says("A socket that waits.")
  public record Socket(
      @Says("`tcp` or `udp`") String transport,
      @Says("`*` where any address of the device is meant") String address,
      @Says("the port") int port,
      @Says("what holds it, where the list says so") Optional<String> process,
      @Says("only the device itself reaches it") boolean loopback) {}
}
