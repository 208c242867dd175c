package dev.plumbline.probes.upnpsurface;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.hostile.PeerProtocol;
import dev.plumbline.probe.hostile.ProbeContract;
import dev.plumbline.probe.hostile.ProbeTrial;
import java.time.Duration;
import java.util.Map;

/** Web servers that say they are UPnP, and are hostile. */
class UpnpControlTest extends ProbeContract {
  @Override
  protected Probe probe() {
    return new UpnpSurfaceProbe(Duration.ofMillis(60));
  }

  @Override
  protected PeerProtocol protocol() {
    return PeerProtocol.http();
  }

  @Override
  protected String address() {
    return "127.77.51.4";
  }

  @Override
  protected ProbeTrial introduce(ProbeTrial trial, Endpoint peer) {
    return trial.given(
        "service.identified", peer.toString(), Map.of("protocol", "upnp", "tls", false));
  }
}
