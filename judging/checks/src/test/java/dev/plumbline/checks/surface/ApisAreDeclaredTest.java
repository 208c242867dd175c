package dev.plumbline.checks.surface;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.EditionId;
import dev.plumbline.checks.CheckContract;
import dev.plumbline.checks.Scene;
import dev.plumbline.judging.check.Check;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApisAreDeclaredTest extends CheckContract {
  @Override
  protected Check check() {
    return new ApisAreDeclared();
  }

  @Override
  protected Scene holding() {
    return Scene.of(EditionId.named("2.1.1"))
        .rows("28-ExtAPI", "- {id: ExtAPI-1, endpoints: [tcp/443]}")
        .tcp("443", "22")
        .udp()
        .service(22, "{protocol: ssh}")
        .service(443, "{protocol: http}");
  }

  @Override
  protected Scene refuted() {
    return holding().tcp("443", "9000").service(9000, "{protocol: http}");
  }

  @Override
  protected String refutedBy() {
    return "service.identified";
  }

  @Override
  protected List<String> fields() {
    return List.of();
  }

  @Test
  void anApiThatNoRowNamesIsAContradictionOfTheTable() {
    assertThat(contradiction(refuted()))
        .startsWith("ixit/28-ExtAPI.yaml:1:3: 28-ExtAPI lists every API");
  }

  @Test
  void aShellIsNoApi() {
    holds(holding());
  }

  @Test
  void aServiceThatNobodyRecognisedMayBeAnApi() {
    undetermined(
        holding().tcp("443", "22", "9527").service(9527, "{protocol: unknown}"),
        "is an API is not known");
    undetermined(holding().udp("5683"), "udp/192.0.2.1/5683 is an API is not known");
  }

  @Test
  void aServiceOverUdpThatProgramsCommandIsAnApi() {
    Scene open = holding().udp("5683");
    violated(open.seen("coap.resources", "udp/192.0.2.1/5683", "{present: true}"));
    undetermined(
        open.seen("dtls.endpoint", "udp/192.0.2.1/5683", "{present: true}"),
        "udp/192.0.2.1/5683 (dtls) is an API is not known");
  }

  @Test
  void aServerThatOnlyRedirectsIsNoApi() {
    Scene scene = holding().tcp("443", "22", "80").service(80, "{protocol: http}");
    violated(scene);
    holds(
        scene.seen(
            "http.surface",
            Scene.endpoint(80),
            "{open: [], guarded: [], other: [], redirects: [{path: /, to: 'https://192.0.2.1/'}]}",
            "{unanswered: []}"));
  }
}
