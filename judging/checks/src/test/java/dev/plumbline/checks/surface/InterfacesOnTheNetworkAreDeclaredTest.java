package dev.plumbline.checks.surface;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.EditionId;
import dev.plumbline.checks.CheckContract;
import dev.plumbline.checks.Scene;
import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.check.Check.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class InterfacesOnTheNetworkAreDeclaredTest extends CheckContract {
  @Override
  protected Check check() {
    return new InterfacesOnTheNetworkAreDeclared();
  }

  @Override
  protected Scene holding() {
    return Scene.of(EditionId.named("2.1.1"))
        .rows(
            "15-Intf",
            """
            - {id: A-1, endpoints: [tcp/443]}
            - {id: A-2, endpoints: [udp/5353]}
            - {id: A-3, air: true, bands: [wifi-2.4]}
            """)
        .tcp("443")
        .udp("5353")
        .service(443, "{protocol: http}")
        .seen(
            "radio.scan", "radio/wifi-2.4", "{heard: [{kind: station}], beside: 0}", Scene.LISTENED)
        .seen("radio.scan", "radio/wifi-5", "{heard: [], beside: 0}", Scene.LISTENED)
        .seen("radio.scan", "radio/bluetooth", "{heard: [], beside: 0}", Scene.LISTENED)
        .seen("radio.scan", "radio/ieee-802.15.4", "{heard: [], beside: 0}", Scene.LISTENED);
  }

  @Override
  protected Scene refuted() {
    return holding().tcp("443", "9527");
  }

  @Override
  protected String refutedBy() {
    return "tcp.open-ports";
  }

  @Override
  protected List<String> fields() {
    return List.of("15-Intf bands");
  }

  @Test
  void namesTheTableAndWhatIsOpen() {
    assertThat(violated(refuted()).reason()).contains("15-Intf", "tcp/192.0.2.1/9527 is open");
    assertThat(contradiction(refuted())).startsWith("ixit/15-Intf.yaml:1:3: 15-Intf lists every ");
  }

  @Test
  void aTableWithoutRowsIsContradictedAsAWhole() {
    assertThat(refuted().rows("15-Intf", "[]").judge(check()).contradictions())
        .singleElement()
        .satisfies(c -> assertThat(c.place().file()).isEqualTo("ixit/15-Intf.yaml"));
  }

  @Test
  void severalUndeclaredServicesAreOneContradiction() {
    Outcome outcome = holding().tcp("443", "9527", "2323").udp("5353", "161").judge(check());
    assertThat(outcome.contradictions()).hasSize(1);
    assertThat(outcome.contradictions().getFirst().observed()).contains("9527", "2323", "udp/");
  }

  @Test
  void anAnsweredUdpPortThatIsNotDeclaredRefutes() {
    assertThat(violated(holding().udp("5353", "161")).reason()).contains("udp/192.0.2.1/161");
  }

  @Test
  void aRadioThatNoRowNamesRefutes() {
    assertThat(
            violated(
                    holding()
                        .seen(
                            "radio.scan",
                            "radio/bluetooth",
                            "{heard: [{kind: BTLE, name: EC-200}], beside: 0}",
                            Scene.LISTENED))
                .reason())
        .contains("a radio of the device is heard in bluetooth (BTLE EC-200)");
  }

  @Test
  void withoutARadioScanTheMissingMeansIsNamed() {
    undetermined(holding().without("radio.scan", "radio/bluetooth"), "a radio scan of bluetooth");
  }
}
