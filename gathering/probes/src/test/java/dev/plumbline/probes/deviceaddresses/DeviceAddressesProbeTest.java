package dev.plumbline.probes.deviceaddresses;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.probe.Neighbours;
import dev.plumbline.probe.Neighbours.Neighbour;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.hostile.PeerProtocol;
import dev.plumbline.probe.hostile.ProbeContract;
import dev.plumbline.probe.hostile.ProbeTrial;
import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeviceAddressesProbeTest extends ProbeContract {
  private static final String DEVICE = "02:00:00:00:00:07";

  @Override
  protected Probe probe() {
    return new DeviceAddressesProbe();
  }

  @Override
  protected PeerProtocol protocol() {
    return PeerProtocol.raw();
  }

  @Override
  protected String address() {
    return "127.77.92.1";
  }

  @Override
  protected ProbeTrial introduce(ProbeTrial trial, Endpoint peer) {
    return trial;
  }

  @Override
  protected boolean callsPeers() {
    return false;
  }

  private static Neighbour neighbour(String address, String mac) {
    return new Neighbour(InetAddress.ofLiteral(address), mac);
  }

  private static final Neighbours MET =
      new Neighbours(
          "eth0",
          List.of(
              neighbour("192.0.2.7", DEVICE),
              neighbour("192.0.2.1", "02:00:00:00:00:01"),
              neighbour("fe80::7", DEVICE),
              neighbour("2001:db8::7", DEVICE),
              neighbour("fe80::1", "02:00:00:00:00:01")),
          List.of(InetAddress.ofLiteral("192.0.2.9")),
          true);

  @Test
  void whatHasTheSameHardwareAddressIsTheSameDevice() {
    assertThat(SameDevice.mac(MET, InetAddress.ofLiteral("192.0.2.7"))).contains(DEVICE);
    assertThat(SameDevice.others(MET, DEVICE, Set.of("192.0.2.7")))
        .containsExactly("2001:db8:0:0:0:0:0:7", "fe80:0:0:0:0:0:0:7");
  }

  @Test
  void namedAddressesAreNoOthersHoweverTheyAreWritten() {
    Set<String> named =
        SameDevice.named(
            ProbeTrial.against(Endpoint.tcp("192.0.2.7", 1), Endpoint.tcp("2001:DB8::7", 1))
                .page("[fe80::7]:8081")
                .product());
    assertThat(SameDevice.others(MET, DEVICE, named)).isEmpty();
  }

  @Test
  void anAddressOfThisMachineIsOnNoLink() {
    Observation seen =
        ProbeTrial.against(Endpoint.tcp(address(), 80)).run(probe()).one("device.addresses");
    assertThat(seen.seen()).isFalse();
    assertThat(seen.reason()).isEqualTo("a loopback address is on no link");
  }
}
