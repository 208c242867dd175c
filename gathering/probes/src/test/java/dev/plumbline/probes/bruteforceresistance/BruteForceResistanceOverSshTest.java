package dev.plumbline.probes.bruteforceresistance;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.hostile.PeerProtocol;
import dev.plumbline.probe.hostile.ProbeContract;
import dev.plumbline.probe.hostile.ProbeTrial;
import java.util.Map;

/** The contract, held over ssh. */
class BruteForceResistanceOverSshTest extends ProbeContract {
  @Override
  protected Probe probe() {
    return new BruteForceResistanceProbe();
  }

  @Override
  protected PeerProtocol protocol() {
    return PeerProtocol.ssh();
  }

  @Override
  protected String address() {
    return "127.77.24.4";
  }

  @Override
  protected ProbeTrial introduce(ProbeTrial trial, Endpoint peer) {
    return trial
        .given("service.identified", peer.toString(), Map.of("protocol", "ssh", "tls", false))
        .given(
            "login.mechanism",
            peer.toString(),
            Map.of("kind", "ssh-password", "path", "/", "password", true, "clearText", true));
  }
}
