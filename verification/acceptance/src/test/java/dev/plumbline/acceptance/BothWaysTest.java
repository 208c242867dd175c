package dev.plumbline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.core.ItemId;
import dev.plumbline.core.UnitId;
import dev.plumbline.judging.check.Checks;
import dev.plumbline.testbed.Flaw;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every unit that a machine decides is shown both ways: PASS, or SEARCHED where its question is
 * open, without a flaw, FAIL with it, INCONCLUSIVE when the device is mute. {@code docs/proof.md}
 * is the table.
 *
 * <p>A run of all probes takes minutes, most of it waiting for delays of the device. So a sound and
 * a mute device are tested whole, and a device with a flaw by the probes to which it looks
 * different, see {@link AffectedProbes}; and several devices are tested side by side, each in a
 * network of its own. {@code -Dplumbline.fleet=true} tests every flaw of the fleet.
 */
@Tag("peers")
class BothWaysTest {
  /** The sound, the flawed and the mute devices, tested once for all tests. */
  private static final AtomicReference<StatesTested> TESTED = new AtomicReference<>();

  @BeforeAll
  @Timeout(value = 40, unit = TimeUnit.MINUTES)
  static void testEveryState(@TempDir Path out)
      throws IOException, InterruptedException, ExecutionException {
    TESTED.set(StatesTested.in(out));
  }

  private static StatesTested tested() {
    return Optional.ofNullable(TESTED.get()).orElseThrow();
  }

  private static List<UnitProof> proofs() throws IOException {
    return new Proofs(tested()).all();
  }

  /** A unit leaves the list when it is shown, and none joins it unseen. */
  @Test
  void whatIsNotShownBothWaysIsListedWithItsReason() throws IOException {
    List<String> lines =
        new ArrayList<>(
            List.of(
                "# Units that a machine decides and that are not shown both ways yet, with the"
                    + " reason.",
                "# BothWaysTest fails when a listed one is shown, or one that is not listed is"
                    + " not.",
                "units:"));
    proofs().stream().filter(p -> !p.shown()).forEach(p -> lines.add(p.line()));
    compare("verification/acceptance/expected/not-shown-both-ways.yaml", lines);
  }

  @Test
  void theTableIsWhatCameOut() throws IOException {
    long shown = proofs().stream().filter(UnitProof::shown).count();
    List<String> lines =
        new ArrayList<>(
            List.of(
                "# Proof",
                "",
                "Made by `BothWaysTest`, a part of `./test`: each unit of TS 103 701 that a check"
                    + " decides, on simulated devices that",
                "differ in one flaw, and on ones that accept connections and say nothing or break"
                    + " them off. Where the means is physical,",
                "what differs is a file that a tool wrote (`verification/acceptance/evidence`). Shown both ways:"
                    + " PASS (or, where the question is open, SEARCHED)",
                "without the flaw, FAIL with it,",
                "INCONCLUSIVE mute. "
                    + shown
                    + " of "
                    + proofs().size()
                    + " are; the reasons for the others stand in",
                "`verification/acceptance/expected/not-shown-both-ways.yaml`.",
                "",
                "| unit | edition | decided by | flaw | without | with | mute |",
                "|---|---|---|---|---|---|---|"));
    proofs().forEach(p -> lines.add(p.row()));
    List<String> rows = fleet().stream().map(FlawedDevice::row).toList();
    List<String> told = Files.readAllLines(Repository.at("docs/proof.md"));
    if (!StatesTested.WHOLE) {
      assertThat(told).containsAll(rows);
    }
    lines.addAll(FlawedDevice.HEAD);
    lines.addAll(StatesTested.WHOLE ? rows : told.stream().filter(FlawedDevice::isRow).toList());
    compare("docs/proof.md", lines);
  }

  /** The table has every flaw of the catalogue, whichever of them this run tested. */
  @Test
  void theTableHasTheWholeFleet() throws IOException {
    List<String> flaws =
        DeviceState.DOSSIERS.keySet().stream()
            .flatMap(d -> DeviceState.flawed(d).stream())
            .map(s -> "| " + s.device() + " | " + s.name() + " |")
            .toList();
    List<String> rows =
        Files.readAllLines(Repository.at("docs/proof.md")).stream()
            .filter(FlawedDevice::isRow)
            .toList();
    assertThat(rows).hasSameSizeAs(flaws).hasSizeGreaterThanOrEqualTo(40);
    assertThat(flaws).allMatch(f -> rows.stream().anyMatch(r -> r.startsWith(f)));
    assertThat(rows).noneMatch(r -> r.contains("| not "));
  }

  private static List<FlawedDevice> fleet() {
    return tested().states().stream()
        .filter(s -> s.flaw().isPresent())
        .sorted(Comparator.comparing(DeviceState::device).thenComparing(DeviceState::name))
        .map(
            s ->
                FlawedDevice.of(
                    s, tested().of(new DeviceState(s.device(), DeviceState.NONE)), tested().of(s)))
        .toList();
  }

  @Test
  void everyFlawOfTheFleetIsFound() {
    assertThat(fleet()).isNotEmpty();
    assertThat(fleet()).allSatisfy(f -> assertThat(f.missed()).as("%s", f.state()).isEmpty());
  }

  /** What was seen of one mechanism decides nothing of another one. */
  @Test
  void aFlawOfOneRowFailsThatRowAlone() {
    List<String> told = new ArrayList<>();
    for (DeviceState state : tested().states()) {
      for (String item : state.flaw().map(Flaw::items).orElse(List.of())) {
        ItemId id = ItemId.parse(item);
        for (EditionId edition : EditionId.all()) {
          String unit = id.unit().toString();
          DeviceState sound = new DeviceState(state.device(), DeviceState.NONE);
          Map<String, String> expected =
              new HashMap<>(tested().rows(sound, edition.version(), unit));
          if (expected.replace(id.subject(), "FAIL") != null) {
            assertThat(tested().rows(state, edition.version(), unit))
                .as("%s %s", state, unit)
                .isEqualTo(expected);
            told.add(item);
          }
        }
      }
    }
    assertThat(told).contains("5.3-2-2a@7-UpdMech/UpdMech-1", "5.3-2-2a@7-UpdMech/UpdMech-2");
  }

  @Test
  void whatAPersonHasToDecideIsLeftOpen() {
    for (DeviceState state : tested().states()) {
      for (EditionId edition : EditionId.all()) {
        assertThat(state.toLeaveOpen(edition.version()))
            .allSatisfy(
                u ->
                    assertThat(tested().verdict(state, edition.version(), u))
                        .as("%s %s", state, u)
                        .isIn("INCONCLUSIVE", UnitProof.SEARCHED));
      }
    }
  }

  @Test
  void aSoundDeviceHasNoFail() {
    for (String device : DeviceState.DOSSIERS.keySet()) {
      Map<String, String> verdicts = tested().of(new DeviceState(device, DeviceState.NONE));
      assertThat(verdicts).isNotEmpty().doesNotContainValue("FAIL");
    }
  }

  /** What {@code catalogue coverage} tells of the tests. */
  @Test
  void theProgramShipsWhatCameOut() throws IOException {
    List<String> lines =
        new ArrayList<>(
            List.of("# Written by BothWaysTest; what it showed of each unit.", "units:"));
    proofs().forEach(p -> lines.add(p.entry()));
    compare("application/app/src/main/resources/dev/plumbline/app/proof.yaml", lines);
  }

  /** No answer is never "no": a device that says nothing is not thereby found good. */
  @Test
  void noUnitThatACheckDecidesPassesOnAMuteDevice() {
    List<String> passed = new ArrayList<>();
    for (String device : DeviceState.DOSSIERS.keySet()) {
      for (DeviceState state : DeviceState.mute(device)) {
        assertThat(tested().of(state)).isNotEmpty();
        for (EditionId edition : EditionId.all()) {
          Checks.load().decided(CatalogueLoader.load(edition)).stream()
              .map(Object::toString)
              .filter(u -> UnitProof.isSound(tested().verdict(state, edition.version(), u)))
              .forEach(u -> passed.add(state + " passes " + edition.version() + " " + u));
        }
      }
    }
    assertThat(passed).isEmpty();
  }

  /** An import that looked at nothing and found nothing is no proof either. */
  @Test
  void noUnitPassesOnFilesOfToolsThatFoundNothing() {
    List<String> passed = new ArrayList<>();
    for (EditionId edition : EditionId.all()) {
      for (UnitId unit : Checks.load().decided(CatalogueLoader.load(edition))) {
        String name = unit.toString();
        if (tested().byFiles(edition.version(), name)) {
          assertThat(tested().brought(edition.version(), name, StatesTested.NOTHING))
              .isNotEqualTo("not planned");
          for (String state : List.of(StatesTested.NOTHING, Laboratory.MUTE)) {
            if (UnitProof.isSound(tested().brought(edition.version(), name, state))) {
              passed.add(edition.version() + " " + name + " " + state);
            }
          }
        }
      }
    }
    assertThat(passed).isEmpty();
  }

  /** What came of the fleet as it is. */
  @Nested
  class Rulings extends FleetRulings {
    @Override
    Ruling ruling(String example) {
      return tested().ruling(example);
    }
  }

  private static void compare(String file, List<String> lines) throws IOException {
    Path expected = Repository.at(file);
    if (Repository.UPDATE) {
      Files.write(expected, lines);
    }
    assertThat(lines).as("%s", expected).isEqualTo(Files.readAllLines(expected));
  }
}
