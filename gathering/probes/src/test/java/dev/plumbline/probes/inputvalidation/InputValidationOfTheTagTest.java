package dev.plumbline.probes.inputvalidation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Observation.Outcome;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probe.hostile.ProbeTrial.Result;
import dev.plumbline.testbed.DeviceSpec;
import dev.plumbline.testbed.SimulatedDevice;
import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The simulated tag with each flaw and without any. */
class InputValidationOfTheTagTest {
  private static final String ADDRESS = "127.77.42.2";
  private static final String TOKEN = "Zt7nB2qXc9vLm4sKd8wRf3hYj6gPa5uE";

  private static Result result(DeviceSpec spec, String password) throws IOException {
    try (SimulatedDevice device =
        SimulatedDevice.start(spec.anyPorts(), InetAddress.ofLiteral(ADDRESS))) {
      Endpoint api = Endpoint.tcp(ADDRESS, device.endpoint("api").getPort());
      return ProbeTrial.against(api)
          .given("service.identified", api.toString(), Map.of("protocol", "http", "tls", true))
          .given("http.surface", api.toString(), Map.of("open", List.of(), "guarded", List.of("/")))
          .credential("phone", "phone-1", password)
          .run(new InputValidationProbe());
    }
  }

  private static List<String> found(Observation seen) {
    List<String> found = new ArrayList<>();
    if (seen.value().get("findings") instanceof List<?> findings) {
      findings.forEach(
          f -> found.add(((Map<?, ?>) f).get("kind") + " " + ((Map<?, ?>) f).get("class")));
    }
    return found;
  }

  @ParameterizedTest
  @CsvSource({
    "crash-on-long-value, restart long",
    "path-traversal, traversal traversal",
    "expression-evaluated, evaluated evaluation",
    "trace-in-error, leak json-broken",
    "hang-on-bad-chunk, hang chunk"
  })
  void eachFlawShows(String flaw, String first) throws IOException {
    Observation seen =
        result(DeviceSpec.named("sensor-tag").with(flaw), TOKEN).one("input.validation");
    assertThat(seen.outcome()).as("%s", seen).isEqualTo(Outcome.SEEN);
    assertThat(found(seen)).first().isEqualTo(first);
  }

  @Test
  void withoutAFlawAllIsTriedAndNothingFound() throws IOException {
    Result result = result(DeviceSpec.named("sensor-tag"), TOKEN);
    Observation seen = result.one("input.validation");
    assertThat(seen.outcome()).as("%s", seen).isEqualTo(Outcome.SEEN);
    assertThat(found(seen)).isEmpty();
    assertThat(seen.coverage())
        .containsEntry("complete", true)
        .containsEntry("places", List.of("/"))
        .containsEntry("skipped", Map.of());
    assertThat(result.stored()).doesNotContain(TOKEN);
  }

  @Test
  void whatLiesBehindALoginThatIsNotDeclaredIsNotTried() throws IOException {
    Observation seen = result(DeviceSpec.named("sensor-tag"), "another").one("input.validation");
    assertThat(seen.outcome()).isEqualTo(Outcome.UNDETERMINED);
    assertThat(seen.reason()).contains("who have no login");
  }
}
