package dev.plumbline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.catalogue.TestUnit;
import dev.plumbline.core.ItemId;
import dev.plumbline.core.UnitId;
import dev.plumbline.testbed.DeviceSpec;
import dev.plumbline.testbed.Flaw;
import dev.plumbline.testbed.FlawCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The whole product over the simulated fleet. A changed verdict is a reviewed change of a file in
 * {@code verification/acceptance/expected}; {@code -Dplumbline.update=true} writes them. A part of
 * {@link BothWaysTest}, which tests the same sound devices: each is tested once, and what was seen
 * is judged under each edition that the device has a dossier for.
 */
abstract class FleetRulings {
  static final List<String> FLEET =
      List.of(
          "careless-camera",
          "sound-camera",
          "smart-lock",
          "sensor-tag",
          "home-hub",
          "sound-camera-2.1.1",
          "sensor-tag-2.1.1");

  /** What came out for an example dossier. */
  abstract Ruling ruling(String example);

  static List<String> sound() {
    return FLEET.stream().filter(e -> DeviceSpec.named(device(e)).flaws().isEmpty()).toList();
  }

  /** The device that an example dossier is about. */
  static String device(String example) {
    return example.replace("-2.1.1", "");
  }

  @ParameterizedTest
  @FieldSource("dev.plumbline.acceptance.FleetRulings#FLEET")
  void verdictsAreTheExpectedOnes(String example) throws IOException {
    Path expected = Repository.at("verification/acceptance/expected/" + example + ".json");
    if (Repository.UPDATE) {
      Files.writeString(expected, ruling(example).json());
    }
    String wanted = Files.readString(expected);
    assertThat(ruling(example).json())
        .as(
            "verdicts of %s; a wanted change goes into %s; %s",
            example, expected, ruling(example).surprises(wanted))
        .isEqualTo(wanted);
  }

  /** Which ways in of known attacks are open, closed or untested. */
  @Test
  void waysInStandAsExpected() throws IOException {
    Path expected = Repository.at("verification/acceptance/expected/exposures.txt");
    List<String> lines = new ArrayList<>();
    for (String example : FLEET) {
      ruling(example).exposures().forEach(e -> lines.add(example + ": " + e));
    }
    if (Repository.UPDATE) {
      Files.write(expected, lines);
    }
    assertThat(lines).as("%s", expected).isEqualTo(Files.readAllLines(expected));
  }

  @Test
  void theFactoryLoginOverTelnetIsShownToBeOpenAndTheSoundCamerasPortsClosed() {
    String mirai = "mirai telnet-default-logins";
    assertThat(ruling("careless-camera").exposures()).contains("OPEN " + mirai);
    assertThat(ruling("sound-camera").exposures()).contains("CLOSED " + mirai);
    assertThat(ruling("sound-camera").exposures()).noneMatch(e -> e.startsWith("OPEN"));
  }

  /** Each known trouble is a defect to be mended; the list can only get shorter. */
  @Test
  void everyProbeRunsToItsEnd() throws IOException {
    List<String> trouble = new ArrayList<>();
    for (String example : FLEET) {
      ruling(example).trouble().forEach(t -> trouble.add(example + ": " + t));
    }
    assertThat(trouble)
        .as("probes that did not run to their end")
        .isEqualTo(lines("probes-in-trouble.txt"));
  }

  @ParameterizedTest
  @MethodSource("dev.plumbline.acceptance.FleetRulings#sound")
  void nothingIsFoundInASoundDevice(String example) {
    assertThat(ruling(example).failures()).isEmpty();
    assertThat(ruling(example).contradictions()).isEmpty();
  }

  /** Where another interface of the same unit stays open, the unit does not show it. */
  @Test
  void theSoundHubPassesOverMqttDtlsCoapAndMulticastDns() {
    assertThat(ruling("home-hub").passes())
        .contains(
            // MQTT over TLS
            "5.1-3-2a@1-AuthMech/AuthMech-1",
            "5.1-5-2b@1-AuthMech/AuthMech-1",
            "5.5-1-2a@11-SecComMech/SecComMech-1",
            // DTLS, served and called
            "5.5-1-2a@11-SecComMech/SecComMech-2",
            "5.5-1-2a@11-SecComMech/SecComMech-3",
            // CoAP and multicast DNS
            "5.6-1-2a@15-PhyIntf/PhyIntf-1",
            "5.6-1-2c@DUT",
            "5.6-2-2a@28-LogIntf/LogIntf-3",
            "5.6-2-2a@28-LogIntf/LogIntf-4",
            "5.13-1B-2a@29-InpVal/InpVal-3",
            "5.13-1B-2a@29-InpVal/InpVal-4");
  }

  @Test
  void everyPlantedFlawIsFound() {
    Ruling ruling = ruling("careless-camera");
    Set<String> missed = new TreeSet<>();
    for (Flaw flaw : flaws()) {
      List<String> fails = fails(flaw);
      if (!fails.isEmpty() && fails.stream().noneMatch(u -> failed(ruling, u))) {
        missed.add(flaw.id() + " should fail one of " + fails);
      }
    }
    assertThat(missed).isEmpty();
  }

  @Test
  void noPlantedFlawPassesWhereAPersonHasToLook() {
    Ruling ruling = ruling("careless-camera");
    Set<String> passed = new TreeSet<>();
    for (Flaw flaw : flaws()) {
      flaw.leavesOpen().getOrDefault("3.1.3", List.of()).stream()
          .filter(u -> ruling.units().getOrDefault(u, "").equals("PASS"))
          .forEach(u -> passed.add(flaw.id() + " passes " + u));
    }
    assertThat(passed).isEmpty();
  }

  @Test
  void nothingElseIsFound() {
    Catalogue catalogue = CatalogueLoader.load(EditionId.named("3.1.3"));
    Set<String> explained = new HashSet<>();
    flaws().forEach(f -> explained.addAll(fails(f)));
    Set<String> unexplained = new TreeSet<>();
    ruling("careless-camera")
        .failures()
        .forEach(
            (item, reason) -> {
              if (!explains(explained, ItemId.parse(item).unit(), catalogue)) {
                unexplained.add(item + ": " + reason);
              }
            });
    assertThat(unexplained).isEmpty();
  }

  /** The list of those that are not shown yet can only get shorter. */
  @Test
  void everyContradictionAppears() throws IOException {
    List<String> missing =
        DeviceSpec.named("careless-camera").contradictions().stream()
            .map(c -> c.statement() + " " + c.cell())
            .filter(c -> !ruling("careless-camera").contradictions().contains(c))
            .sorted()
            .toList();
    assertThat(missing)
        .as("contradictions that are not shown")
        .isEqualTo(lines("contradictions-not-shown.txt"));
  }

  private static List<String> lines(String expected) throws IOException {
    return Files.readAllLines(Repository.at("verification/acceptance/expected/" + expected))
        .stream()
        .filter(l -> !l.startsWith("#"))
        .toList();
  }

  private static List<Flaw> flaws() {
    return DeviceSpec.named("careless-camera").flaws().stream()
        .map(FlawCatalogue.load()::flaw)
        .toList();
  }

  private static List<String> fails(Flaw flaw) {
    return flaw.fails().getOrDefault("3.1.3", List.of());
  }

  private static boolean failed(Ruling ruling, String unit) {
    return ruling.units().getOrDefault(unit, "").startsWith("FAIL");
  }

  /** A unit that reapplies others fails with them. */
  private static boolean explains(Set<String> explained, UnitId unit, Catalogue catalogue) {
    return explained.contains(unit.toString())
        || catalogue.unit(unit).map(TestUnit::reuses).orElse(List.of()).stream()
            .anyMatch(r -> explains(explained, r, catalogue));
  }
}
