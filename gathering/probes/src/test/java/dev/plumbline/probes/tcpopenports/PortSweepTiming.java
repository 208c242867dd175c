package dev.plumbline.probes.tcpopenports;

import dev.plumbline.dossier.Observation;
import dev.plumbline.probe.hostile.Peer;
import dev.plumbline.probe.hostile.ProbeTrial;
import java.util.ArrayList;
import java.util.List;

/**
 * Times the probe on loopback, for benchmarks: {@code PortSweepTiming ADDRESS RUNS}. Opens 20
 * ports, unless the address serves some already when RUNS is 1, and prints milliseconds a run.
 */
final class PortSweepTiming {
  private static final int OPEN = 20;

  private PortSweepTiming() {}

  public static void main(String[] args) {
    int runs = Integer.parseInt(args[1]);
    List<Peer> peers = new ArrayList<>();
    for (int i = 0; i < OPEN && runs > 1; i++) {
      peers.add(Peer.at(args[0], (client, n) -> {}));
    }
    for (int i = 0; i < runs; i++) {
      long start = System.nanoTime();
      var result = ProbeTrial.against().target(args[0], 1, 65_535).run(new TcpOpenPortsProbe());
      long millis = (System.nanoTime() - start) / 1_000_000;
      Observation seen = result.one("tcp.open-ports");
      System.out.println(
          millis
              + " ms, "
              + seen.texts("open").size()
              + " open, "
              + seen.coverage().get("unanswered")
              + " unanswered");
    }
    peers.forEach(Peer::close);
  }
}
