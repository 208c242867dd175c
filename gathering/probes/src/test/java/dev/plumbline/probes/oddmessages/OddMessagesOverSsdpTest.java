package dev.plumbline.probes.oddmessages;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.hostile.DatagramContract;
import dev.plumbline.probe.hostile.ProbeTrial;
import java.util.Map;

/** The contract again, with hostile peers that spoke ssdp when they were asked before. */
final class OddMessagesOverSsdpTest extends DatagramContract {
  @Override
  protected Probe probe() {
    return new OddMessagesProbe();
  }

  @Override
  protected String spoken() {
    return "ssdp";
  }

  /** Nothing that answers any question of the protocol. */
  @Override
  protected byte[] answer() {
    return new byte[] {0x70, 0, 0x7f, 0x7f};
  }

  @Override
  protected String address() {
    return "127.77.60.5";
  }

  @Override
  protected ProbeTrial introduce(ProbeTrial trial, Endpoint peer) {
    return trial.given("upnp.surface", peer.toString(), Map.of("present", true));
  }
}
