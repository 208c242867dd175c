package dev.plumbline.probes.oddmessages;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.hostile.DatagramContract;
import dev.plumbline.probe.hostile.ProbeTrial;
import java.util.Map;

/** The contract again, with hostile peers that spoke mdns when they were asked before. */
final class OddMessagesOverMdnsTest extends DatagramContract {
  @Override
  protected Probe probe() {
    return new OddMessagesProbe();
  }

  @Override
  protected String spoken() {
    return "mdns";
  }

  /** Nothing that answers any question of the protocol. */
  @Override
  protected byte[] answer() {
    return new byte[] {0x70, 0, 0x7f, 0x7f};
  }

  @Override
  protected String address() {
    return "127.77.60.4";
  }

  @Override
  protected ProbeTrial introduce(ProbeTrial trial, Endpoint peer) {
    return trial.given("mdns.services", peer.toString(), Map.of("present", true));
  }
}
