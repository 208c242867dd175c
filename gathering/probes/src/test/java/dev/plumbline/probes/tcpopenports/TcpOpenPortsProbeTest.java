package dev.plumbline.probes.tcpopenports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.hostile.Peer;
import dev.plumbline.probe.hostile.PeerProtocol;
import dev.plumbline.probe.hostile.ProbeContract;
import dev.plumbline.probe.hostile.ProbeTrial;
import java.util.List;
import org.junit.jupiter.api.Test;

class TcpOpenPortsProbeTest extends ProbeContract {
  private static final String HERE = "127.77.10.1";

  @Override
  protected Probe probe() {
    return new TcpOpenPortsProbe();
  }

  @Override
  protected PeerProtocol protocol() {
    return PeerProtocol.raw();
  }

  @Override
  protected String address() {
    return HERE;
  }

  @Override
  protected ProbeTrial introduce(ProbeTrial trial, Endpoint peer) {
    return trial;
  }

  /** Whatever the peer does after it: the port is open. */
  @Override
  protected boolean isTrueOf(String peer, Observation fact) {
    return fact.texts("open").size() == 1;
  }

  @Test
  void everyPortOfBothFamiliesIsAsked() {
    try (Peer four = Peer.at("127.77.10.2", (c, n) -> {});
        Peer six = Peer.at("::1", (c, n) -> {})) {
      var result =
          ProbeTrial.against()
              .target("127.77.10.2", 1, 65_535)
              .target("::1", 1, 65_535)
              .run(probe());
      Observation v4 = result.with("tcp.open-ports").getFirst();
      Observation v6 = result.with("tcp.open-ports").getLast();
      assertThat(v4.subject()).isEqualTo("address/127.77.10.2");
      // Other programs of this machine may listen at every address.
      assertThat(ports(v4)).contains(four.endpoint().port()).isSubsetOf(listening());
      assertThat(v4.coverage())
          .containsEntry("ports", List.of("1-65535"))
          .containsEntry("tried", 65_535L)
          .containsEntry("refused", 65_535L - ports(v4).size())
          .containsEntry("unanswered", 0L)
          .containsEntry("outOfScope", List.of());
      assertThat(v6.subject()).isEqualTo("address/::1");
      assertThat(v6.texts("open")).contains(String.valueOf(six.endpoint().port()));
      assertThat(v6.coverage()).containsEntry("tried", 65_535L);
    }
  }

  @Test
  void aPortOfOurOwnSocketThatMeetsItselfIsNotOpen() {
    // The whole ephemeral range of an address that is also our source, several times over.
    for (int i = 0; i < 5; i++) {
      var result = ProbeTrial.against().target("127.0.0.1", 32_768, 60_999).run(probe());
      Observation seen = result.one("tcp.open-ports");
      assertThat(ports(seen)).isSubsetOf(listening());
    }
  }

  @Test
  void partsOfTheScopeAreToldApart() {
    var result = ProbeTrial.against().target(HERE, 20, 25).target(HERE, 80, 80).run(probe());
    assertThat(result.one("tcp.open-ports").coverage())
        .containsEntry("ports", List.of("20-25", "80"))
        .containsEntry("tried", 7L)
        .containsEntry("outOfScope", List.of("1-19", "26-79", "81-65535"));
  }

  @Test
  void aPublicAddressWithoutAuthorisationIsNotAsked() {
    var result = ProbeTrial.against().target("192.0.2.200", 1, 10).run(probe());
    assertThat(result.one("tcp.open-ports").reason()).contains("allows no port");
  }

  private static List<Integer> ports(Observation seen) {
    return seen.texts("open").stream().map(Integer::valueOf).toList();
  }

  /** Ports that the kernel says somebody listens at. */
  private static List<Integer> listening() {
    try (var lines = java.nio.file.Files.lines(java.nio.file.Path.of("/proc/net/tcp"));
        var lines6 = java.nio.file.Files.lines(java.nio.file.Path.of("/proc/net/tcp6"))) {
      return java.util.stream.Stream.concat(lines, lines6)
          .map(l -> l.strip().split("\\s+"))
          .filter(f -> f.length > 3 && f[3].equals("0A"))
          .map(f -> Integer.parseInt(f[1].substring(f[1].indexOf(':') + 1), 16))
          .toList();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
