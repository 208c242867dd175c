package dev.plumbline.probes.loginmechanisms;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.hostile.PeerProtocol;
import dev.plumbline.probe.hostile.ProbeContract;
import dev.plumbline.probe.hostile.ProbeTrial;
import java.util.Map;

/** The contract, held over ftp. */
class LoginMechanismsOverFtpTest extends ProbeContract {
  @Override
  protected Probe probe() {
    return new LoginMechanismsProbe();
  }

  @Override
  protected PeerProtocol protocol() {
    return PeerProtocol.ftp();
  }

  @Override
  protected String address() {
    return "127.77.22.3";
  }

  @Override
  protected ProbeTrial introduce(ProbeTrial trial, Endpoint peer) {
    return trial.given(
        "service.identified", peer.toString(), Map.of("protocol", "ftp", "tls", false));
  }
}
