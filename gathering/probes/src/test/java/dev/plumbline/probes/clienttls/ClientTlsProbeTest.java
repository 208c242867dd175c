package dev.plumbline.probes.clienttls;

import static dev.plumbline.probes.clienttls.SimulatedCaller.DEVICE;
import static dev.plumbline.probes.clienttls.SimulatedCaller.HOST;
import static dev.plumbline.probes.clienttls.SimulatedCaller.authority;
import static dev.plumbline.probes.clienttls.SimulatedCaller.free;
import static dev.plumbline.probes.clienttls.SimulatedCaller.test;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Observation.Outcome;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.hostile.PeerProtocol;
import dev.plumbline.probe.hostile.ProbeContract;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.testbed.DeviceSpec;
import dev.plumbline.testbed.client.TlsCaller;
import dev.plumbline.testbed.settings.Settings;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ClientTlsProbeTest extends ProbeContract {
  private static final List<String> FAULTS =
      List.of(
          "expired",
          "not-yet-valid",
          "wrong-name",
          "wrong-use",
          "self-signed",
          "unknown-root",
          "weak-key",
          "weak-signature");

  private final Endpoint contractual = free();

  @Override
  protected Probe probe() {
    return new ClientTlsProbe();
  }

  @Override
  protected PeerProtocol protocol() {
    return PeerProtocol.tls();
  }

  @Override
  protected String address() {
    return DEVICE;
  }

  /** Those of HostileCallersTest call it. */
  @Override
  protected boolean callsPeers() {
    return false;
  }

  /** The contract's peers wait to be called and never call. */
  @Override
  protected ProbeTrial introduce(ProbeTrial trial, Endpoint peer) {
    return trial.client(test(contractual, Optional.of(authority()), 0));
  }

  private Observation seen(Map<String, Object> patch) throws IOException {
    return SimulatedCaller.seen(patch, Optional.of(authority()), DEVICE);
  }

  @Test
  void aSoundClientTakesTheFaultlessServerAlone() throws IOException {
    Observation o = seen(Map.of());
    assertThat(o.subject()).startsWith("client/" + SimulatedCaller.LISTENER + "/");
    assertThat(o.texts("accepted")).containsExactly("trusted");
    assertThat(o.texts("refused")).containsExactlyElementsOf(FAULTS);
    assertThat(o.texts("undecided")).isEmpty();
    assertThat(o.texts("versions")).containsExactly("TLSv1.3");
    assertThat(o.texts("suites")).containsExactly("TLS_AES_128_GCM_SHA256");
    assertThat(o.texts("groups")).containsExactly("x25519");
    assertThat(o.texts("signatures")).containsExactly("ecdsa_secp256r1_sha256");
    assertThat(o.text("serverName")).isEqualTo(HOST);
    assertThat(o.text("ownKey")).isEqualTo("EC-256");
    assertThat(o.coverage())
        .containsEntry("control", true)
        .containsEntry("complete", true)
        .containsEntry("versionsComplete", true);
    assertThat(o.text("revoked")).isEqualTo("refused");
    assertThat(o.evidence()).isPresent();
  }

  @Test
  void aClientThatLeavesOutRevocationTakesWhatItsAuthorityWithdrewAndIsOtherwiseSound()
      throws IOException {
    Observation o = seen(Map.of("verifies", Map.of("revocation", false)));
    assertThat(o.text("revoked")).isEqualTo("accepted");
    assertThat(o.texts("accepted")).containsExactly("trusted");
    assertThat(o.coverage()).containsEntry("control", true).containsEntry("complete", true);
  }

  @Test
  void aClientThatDoesNotAskForTheStatusCouldNotKnow() throws IOException {
    Observation o = seen(Map.of("asksForStatus", false));
    assertThat(o.text("revoked")).isEqualTo("undecided");
    assertThat(String.valueOf(o.value().get("reasons"))).contains("status_request");
    assertThat(o.texts("undecided")).isEmpty();
    assertThat(o.coverage()).containsEntry("control", true).containsEntry("complete", true);
  }

  @Test
  void aRefusalSaysNothingOfRevocationWhereAGoodStatusIsNotTakenEither() throws IOException {
    Observation o = seen(Map.of("name", "elsewhere.example"));
    assertThat(o.text("revoked")).isEqualTo("undecided");
  }

  @Test
  void aClientOfTls12GetsTheStatusInAMessageOfItsOwn() throws IOException {
    for (boolean heeds : List.of(true, false)) {
      Observation o =
          seen(
              Map.of(
                  "versions", Map.of("TLSv1.3", false, "TLSv1.2", true),
                  "groups", Map.of("secp256r1", true),
                  "suites", Map.of("TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256", true),
                  "verifies", Map.of("revocation", heeds)));
      assertThat(o.text("revoked")).as(o.toString()).isEqualTo(heeds ? "refused" : "accepted");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "chain, self-signed unknown-root",
    "dates, expired not-yet-valid",
    "name, wrong-name",
    "use, wrong-use",
    "strength, weak-key weak-signature"
  })
  void aClientThatLeavesOutOneExaminationTakesTheFacesOfThatFault(String left, String faces)
      throws IOException {
    Observation o =
        seen(
            Map.of(
                "verifies", Map.of(left, false),
                "signatures", Map.of("rsa_pss_rsae_sha256", true)));
    assertThat(new TreeSet<>(o.texts("accepted")))
        .isEqualTo(new TreeSet<>(List.of(("trusted " + faces).split(" "))));
  }

  @Test
  void aClientWithoutTls13IsAskedForOlderVersions() throws IOException {
    Observation o =
        seen(
            Map.of(
                "versions",
                Map.of("TLSv1.3", false, "TLSv1.2", true, "TLSv1.1", true, "TLSv1.0", true),
                "groups",
                Map.of("secp256r1", true),
                "suites",
                Map.of(
                    "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256", true,
                    "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA", true)));
    assertThat(o.texts("versions"))
        .as(o.toString())
        .containsExactlyInAnyOrder("TLSv1.2", "TLSv1.1", "TLSv1.0");
    assertThat(o.texts("accepted"))
        .contains("trusted", "tls-1.0")
        .doesNotContainAnyElementsOf(FAULTS);
    assertThat(o.coverage()).containsEntry("versionsComplete", true);
  }

  private Observation inDatagrams(Map<String, Object> patch) throws IOException {
    Endpoint listen = freeUdp();
    Settings caller =
        DeviceSpec.named("sound-camera")
            .base()
            .child("clients")
            .child("cloud")
            .with(
                Settings.of(
                    Map.of(
                        "to",
                        listen.address() + ":" + listen.port(),
                        "transport",
                        "udp",
                        "redialMillis",
                        1,
                        "versions",
                        Map.of("TLSv1.3", false, "DTLSv1.2", true),
                        "groups",
                        Map.of("secp256r1", true),
                        "suites",
                        Map.of(
                            "TLS_AES_128_GCM_SHA256", false,
                            "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256", true))))
            .with(Settings.of(patch));
    try (TlsCaller _ =
        TlsCaller.start(caller, InetAddress.ofLiteral(DEVICE), InstantSource.system())) {
      return ProbeTrial.against(Endpoint.tcp(DEVICE, 1))
          .client(test(listen, Optional.of(authority()), 15))
          .run(probe())
          .one("tls.client");
    }
  }

  private static Endpoint freeUdp() {
    try (DatagramSocket socket =
        new DatagramSocket(
            new InetSocketAddress(InetAddress.ofLiteral(SimulatedCaller.LISTENER), 0))) {
      return Endpoint.udp(SimulatedCaller.LISTENER, socket.getLocalPort());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void aSoundClientOverDtlsTakesTheFaultlessServerAlone() throws IOException {
    Observation o = inDatagrams(Map.of());
    assertThat(o.subject()).startsWith("client/udp/" + SimulatedCaller.LISTENER + "/");
    assertThat(o.texts("accepted")).as(o.toString()).containsExactly("trusted");
    assertThat(o.texts("refused")).containsAll(FAULTS).contains("dtls-1.0").hasSize(9);
    assertThat(o.texts("versions")).containsExactly("DTLSv1.2");
    assertThat(o.texts("suites")).containsExactly("TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256");
    assertThat(o.text("ownKey")).isEqualTo("EC-256");
    assertThat(o.text("revoked")).isEqualTo("refused");
    assertThat(o.coverage())
        .containsEntry("control", true)
        .containsEntry("complete", true)
        .containsEntry("versionsComplete", true);
  }

  @Test
  void aClientOverDtlsThatLeavesOutRevocationTakesWhatWasWithdrawn() throws IOException {
    Observation o = inDatagrams(Map.of("verifies", Map.of("revocation", false)));
    assertThat(o.text("revoked")).as(o.toString()).isEqualTo("accepted");
    assertThat(o.texts("accepted")).containsExactly("trusted");
  }

  @Test
  void aClientOverDtlsThatLeavesOutAnExaminationTakesTheFacesOfThatFault() throws IOException {
    assertThat(inDatagrams(Map.of("verifies", Map.of("dates", false))).texts("accepted"))
        .containsExactly("trusted", "expired", "not-yet-valid");
    assertThat(inDatagrams(Map.of("verifies", Map.of("chain", false))).texts("accepted"))
        .containsExactly("trusted", "self-signed", "unknown-root");
  }

  @Test
  void aClientThatKnowsDtls10IsSeenToTakeIt() throws IOException {
    Observation o =
        inDatagrams(
            Map.of(
                "versions",
                Map.of("DTLSv1.0", true),
                "suites",
                Map.of("TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA", true)));
    assertThat(o.texts("accepted")).as(o.toString()).contains("dtls-1.0");
    assertThat(o.texts("versions")).contains("DTLSv1.0");
  }

  @Test
  void datagramsThatAreNoCallProveNothing() throws Exception {
    Endpoint listen = freeUdp();
    AtomicBoolean over = new AtomicBoolean();
    Thread caller =
        Thread.ofVirtual()
            .start(
                () -> {
                  byte[] noise =
                      "no handshake".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
                  try (DatagramSocket socket =
                      new DatagramSocket(new InetSocketAddress(DEVICE, 0))) {
                    while (!over.get()) {
                      socket.send(
                          new DatagramPacket(
                              noise,
                              noise.length,
                              new InetSocketAddress(listen.address(), listen.port())));
                      Thread.onSpinWait();
                    }
                  } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                  }
                });
    try {
      Observation o =
          ProbeTrial.against(Endpoint.tcp(DEVICE, 1))
              .client(test(listen, Optional.of(authority()), 1))
              .run(probe())
              .one("tls.client");
      assertThat(o.outcome()).isEqualTo(Outcome.UNDETERMINED);
    } finally {
      over.set(true);
      caller.join();
    }
  }

  @Test
  void aClientThatKnowsRsaAloneMeetsRsaKeys() throws IOException {
    Observation o =
        seen(
            Map.of(
                "versions", Map.of("TLSv1.3", false, "TLSv1.2", true),
                "signatures", Map.of("ecdsa_secp256r1_sha256", false, "rsa_pkcs1_sha256", true),
                "suites", Map.of("TLS_RSA_WITH_AES_128_GCM_SHA256", true)));
    assertThat(o.texts("accepted")).as(o.toString()).containsExactly("trusted");
    assertThat(o.texts("refused")).containsAll(FAULTS);
    assertThat(o.coverage()).containsEntry("control", true).containsEntry("complete", true);
  }

  @Test
  void aClientThatNoServerOfOursCanServeDeclinesNothing() throws IOException {
    Observation o =
        seen(
            Map.of(
                "versions", Map.of("TLSv1.3", false, "TLSv1.2", true),
                "suites", Map.of("TLS_PSK_WITH_AES_128_GCM_SHA256", true)));
    assertThat(o.texts("refused")).isEmpty();
    assertThat(o.coverage())
        .containsEntry("control", false)
        .containsEntry("versionsComplete", false);
  }

  @Test
  void withoutATrustedAuthorityNothingFollowsFromARefusal() throws IOException {
    Observation o = SimulatedCaller.seen(Map.of(), Optional.empty(), DEVICE);
    assertThat(o.texts("accepted")).isEmpty();
    assertThat(o.texts("refused")).containsExactly("self-signed", "unknown-root");
    assertThat(o.coverage()).containsEntry("control", false).containsEntry("complete", false);
  }

  @Test
  void aClientThatRefusesEverybodyIsNoControl() throws IOException {
    Observation o = seen(Map.of("name", "elsewhere.example"));
    assertThat(o.texts("accepted")).isEmpty();
    assertThat(o.coverage()).containsEntry("control", false);
  }

  @Test
  void aCallFromAnotherAddressIsNotHeard() throws IOException {
    Observation o = SimulatedCaller.seen(Map.of(), Optional.of(authority()), "127.77.61.2");
    assertThat(o.outcome()).isEqualTo(Outcome.UNDETERMINED);
    assertThat(o.reason()).contains("did not call");
  }

  @Test
  void anAuthorityThatCannotBeReadIsSaidSo() throws IOException {
    Observation o = SimulatedCaller.seen(Map.of(), Optional.of("no certificate"), DEVICE);
    assertThat(o.outcome()).isEqualTo(Outcome.UNDETERMINED);
    assertThat(o.reason()).contains("test authority");
  }

  /** Callers that are no TLS client, or a broken one. */
  @ParameterizedTest
  @ValueSource(strings = {"", "\u0001\u0002\u0003", "\u0016\u0003\u0001\u0000\u0005hello"})
  void aHostileCallerProvesNothing(String words) throws Exception {
    Endpoint listen = free();
    AtomicBoolean over = new AtomicBoolean();
    Thread caller =
        Thread.ofVirtual()
            .start(
                () -> {
                  while (!over.get()) {
                    Words.say(DEVICE, listen, words);
                  }
                });
    try {
      Observation o =
          ProbeTrial.against(Endpoint.tcp(DEVICE, 1))
              .client(test(listen, Optional.of(authority()), 15))
              .limits(limits())
              .run(probe())
              .one("tls.client");
      assertThat(o.outcome()).isEqualTo(Outcome.UNDETERMINED);
      assertThat(o.reason()).contains("speaks no TLS");
    } finally {
      over.set(true);
      caller.join();
    }
  }
}
