package dev.plumbline.probes.clienttls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.client.standin.ClearText;
import dev.plumbline.client.standin.Identities;
import dev.plumbline.client.standin.ServerVariant;
import dev.plumbline.client.standin.TestAuthority;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Observation.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ClearTextCallsTest {
  private static Observation seen(Map<String, Object> patch) throws IOException {
    return SimulatedCaller.seen(
        patch, Optional.of(SimulatedCaller.authority()), SimulatedCaller.DEVICE);
  }

  @Test
  void aClientThatGoesOverToClearTextIsSeenToDoSo() throws IOException {
    Observation o = seen(Map.of("clearTextAfter", 2));
    assertThat(o.texts("accepted")).as(o.toString()).containsExactly("trusted");
    assertThat(String.valueOf(o.value().get("clearText")))
        .contains("protocol=http", "after=", "secrets=[authorization]")
        .doesNotContain("8c1f0a");
  }

  @Test
  void aClientThatTurnsToPort80IsSeenThere() throws IOException {
    Observation o = seen(Map.of("clearTextAfter", 1, "clearTextPort", 80));
    assertThat(o.coverage().get("waitedAt"))
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .contains(80L);
    assertThat(String.valueOf(o.value().get("clearText"))).contains("port=80", "protocol=http");
  }

  @Test
  void aClientThatNeverSpeaksTlsIsSeenInClearText() throws IOException {
    Observation o = seen(Map.of("versions", Map.of("TLSv1.3", false), "clearTextAfter", 1));
    assertThat(o.outcome()).isEqualTo(Outcome.SEEN);
    assertThat(String.valueOf(o.value().get("clearText"))).contains("protocol=http");
    assertThat(o.texts("refused")).isEmpty();
    assertThat(o.evidence()).isPresent();
  }

  @Test
  void aClientThatKeepsToTlsIsHeardNowhereInClearText() throws IOException {
    assertThat(seen(Map.of()).value().get("clearText")).isEqualTo(List.of());
  }

  @Test
  void aStrangerIsShownBeforeAnybodyWhomTheDeviceCouldTrust() throws IOException {
    Identities identities =
        new Identities(
            Optional.of(TestAuthority.read(SimulatedCaller.authority())),
            SimulatedCaller.HOST,
            Instant.EPOCH);
    assertThat(identities.faces(false))
        .startsWith(ServerVariant.UNKNOWN_ROOT, ServerVariant.TRUSTED);
    assertThat(identities.faces(true))
        .startsWith(ServerVariant.UNKNOWN_ROOT, ServerVariant.TRUSTED);
  }

  @ParameterizedTest
  @CsvSource({
    "'GET /v1 HTTP/1.1\r\nHost: x\r\nCookie: sid=1\r\n\r\n', http, [cookie]",
    "'POST /v1?token=a HTTP/1.1\r\n\r\n{\"password\":\"b\"}', http, '[password, token]'",
    "'\u0010\u0010\u0000\u0004MQTT\u0004', mqtt, []"
  })
  void aProtocolIsToldByItsFirstBytes(String words, String protocol, String secrets) {
    ClearText said = ClearText.read(words.getBytes(StandardCharsets.ISO_8859_1)).orElseThrow();
    assertThat(said.protocol()).isEqualTo(protocol);
    assertThat(said.secrets()).hasToString(secrets);
  }

  @Test
  void bytesOfNoKnownKindAreNotCalledClearText() {
    assertThat(ClearText.read(new byte[] {(byte) 0x80, 46, 1, 3, 1})).isEmpty();
    assertThat(ClearText.read(new byte[0])).isEmpty();
    assertThat(ClearText.read("hello there".getBytes(StandardCharsets.US_ASCII))).isEmpty();
  }
}
