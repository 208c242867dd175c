package dev.plumbline.probe.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Place;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Product;
import dev.plumbline.dossier.Product.PortRange;
import dev.plumbline.dossier.Product.Target;
import dev.plumbline.observation.Stored;
import dev.plumbline.observation.kit.CompleteFacts;
import dev.plumbline.probe.Asked;
import dev.plumbline.probe.Effect;
import dev.plumbline.probe.Intrusiveness;
import dev.plumbline.probe.ProbeSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Says whom a probe would ask, from what is declared and known. */
class RunPlanTest {
  private static final String HERE = "127.77.9.1";

  private static Product product(List<PortRange> ports) {
    return new Product(
        "3.1.3",
        "Maker",
        "Camera",
        "C1",
        "A",
        "1.0",
        "U-1",
        "initialized",
        "S1",
        "",
        List.of(new Target(HERE, ports, Place.of("product.yaml"))),
        Optional.empty(),
        List.of("example.com:443"),
        new Product.LoginBudget(0, 0),
        List.of(),
        List.of(),
        Place.of("product.yaml"));
  }

  private static Observation seen(String key, String subject, Map<String, Object> value) {
    Stored whole = CompleteFacts.of(key, value, Map.of());
    return new Observation(
        key,
        subject,
        Observation.Outcome.SEEN,
        whole.value(),
        whole.coverage(),
        "",
        new Observation.Source("p", "1", "1.0", "U-1", "initialized", "before", Instant.EPOCH),
        Optional.empty());
  }

  private static Observation service(int port, String protocol, boolean tls) {
    return seen(
        "service.identified",
        Endpoint.tcp(HERE, port).toString(),
        Map.of("protocol", protocol, "tls", tls));
  }

  private static PlannedProbe planned(
      List<PortRange> ports, List<Observation> known, Intrusiveness most, String... asks) {
    ProbeSpec spec =
        new ProbeSpec(
            "some-probe",
            "1",
            "Is it so?",
            List.of("some.fact"),
            List.of(),
            Intrusiveness.STRESS,
            Intrusiveness.STRESS,
            Duration.ofSeconds(90),
            List.of(asks).stream().map(a -> Asked.parse(a).orElseThrow()).toList(),
            List.of(Effect.LOCK_ACCOUNT),
            List.of());
    return new RunPlan(product(ports), new KnownFacts("now", known))
        .of(spec, Optional.empty(), most);
  }

  private static List<String> asked(List<Observation> known, String... asks) {
    return planned(List.of(new PortRange(1, 9000)), known, Intrusiveness.STRESS, asks).asked();
  }

  @Test
  void portsAreNamedAsProductYamlAllowsThem() {
    List<PortRange> ports = List.of(new PortRange(22, 22), new PortRange(80, 90));
    assertThat(planned(ports, List.of(), Intrusiveness.OBSERVE, "tcp-ports", "udp-ports").asked())
        .containsExactly(HERE + " TCP 22, 80-90", HERE + " UDP 22, 80-90");
  }

  @Test
  void servicesOfAnEarlierRunAreNamedAndOthersToldInWords() {
    List<Observation> known =
        List.of(service(80, "http", false), service(443, "http", true), service(22, "ssh", false));
    assertThat(asked(known, "services http")).containsExactly(HERE + ":80", HERE + ":443");
    assertThat(asked(known, "services tls")).containsExactly(HERE + ":443");
    assertThat(asked(known, "services")).hasSize(3);
    assertThat(asked(known, "services mqtt")).containsExactly("each TCP port that speaks mqtt");
  }

  @Test
  void whatProductYamlForbidsIsNotNamed() {
    assertThat(asked(List.of(service(9443, "http", true)), "services http"))
        .containsExactly("each TCP port that speaks http");
  }

  @Test
  void aUdpProtocolIsAskedAtItsPortAndWhereItWasHeard() {
    Observation heard =
        seen(
            "udp.open-ports",
            "address/" + HERE,
            Map.of(
                "answered",
                List.of(7000L),
                "heard",
                List.of(Map.of("port", 7000L, "protocol", "snmp"))));
    assertThat(asked(List.of(heard), "udp 161 snmp"))
        .containsExactly(HERE + ":161 (UDP)", HERE + ":7000 (UDP)");
  }

  @Test
  void theTimeThatItTookLastIsTold() {
    Observation done = seen("run.probe-done", "some-probe", Map.of("milliseconds", 2_500L));
    PlannedProbe planned = planned(List.of(), List.of(done), Intrusiveness.STRESS, "driver");
    assertThat(planned.lately()).contains(Duration.ofMillis(2_500));
    assertThat(planned.atMost()).isEqualTo(Duration.ofSeconds(90));
    assertThat(planned(List.of(), List.of(), Intrusiveness.STRESS, "driver").lately()).isEmpty();
  }

  @Test
  void whatTheRunForbidsIsNoEffectOfIt() {
    assertThat(planned(List.of(), List.of(), Intrusiveness.STRESS, "driver").effects())
        .containsExactly(Effect.LOCK_ACCOUNT);
    assertThat(planned(List.of(), List.of(), Intrusiveness.PROVOKE, "driver").effects()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "pages, example.com:443",
    "callers, nobody; waits where test.clients of product.yaml says that the device calls",
    "driver, what driver.yaml names",
    "nobody, nobody; reads what is declared"
  })
  void othersAreToldInWords(String asks, String told) {
    assertThat(asked(List.of(), asks)).containsExactly(told);
  }

  @Test
  void anUnknownWordIsNoOneToAsk() {
    assertThat(Asked.parse("everybody")).isEmpty();
    assertThat(Asked.parse("udp")).isEmpty();
  }
}
