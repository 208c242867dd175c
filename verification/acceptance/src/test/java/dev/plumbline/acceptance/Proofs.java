package dev.plumbline.acceptance;

import dev.plumbline.app.UnitCoverage;
import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.core.DecidedBy;
import dev.plumbline.judging.check.Checks;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Each unit that a machine decides, with what the tested states showed of it. */
record Proofs(StatesTested tested) {
  List<UnitProof> all() throws IOException {
    List<UnitProof> proofs = new ArrayList<>();
    for (EditionId edition : EditionId.all()) {
      List<UnitCoverage> planned = new ArrayList<>();
      UnitCoverage.of(CatalogueLoader.load(edition)).stream()
          .filter(c -> isToBeShown(edition, c))
          .sorted((a, b) -> a.unit().id().compareTo(b.unit().id()))
          .forEach(planned::add);
      for (UnitCoverage c : planned) {
        proofs.add(
            tested.byFiles(edition.version(), id(c))
                ? filesProof(edition.version(), c)
                : proof(edition.version(), c));
      }
    }
    return proofs;
  }

  /**
   * Units that a check decides, those that inherit from them, and those that a rule decides and a
   * flaw is to make fail.
   */
  private boolean isToBeShown(EditionId edition, UnitCoverage coverage) {
    return Checks.load().decided(CatalogueLoader.load(edition)).contains(coverage.unit().id())
        || coverage.by() == DecidedBy.PROBE
        || (coverage.by() == DecidedBy.RULE && !failing(edition.version(), coverage).isEmpty());
  }

  private static String id(UnitCoverage coverage) {
    return coverage.unit().id().toString();
  }

  /**
   * Tested states whose flaw is to make the unit fail; first those of devices with a dossier for
   * both editions, then those that fail little else.
   */
  private List<DeviceState> failing(String edition, UnitCoverage coverage) {
    List<DeviceState> own =
        tested.states().stream().filter(s -> s.fails(edition, id(coverage))).toList();
    List<DeviceState> inherited =
        tested.states().stream().filter(s -> inheritsFailure(s, edition, coverage)).toList();
    return (own.isEmpty() ? inherited : own)
        .stream()
            .sorted(
                Comparator.comparingInt((DeviceState s) -> -dossiers(s.device()))
                    .thenComparing(DeviceState.FIRST))
            .toList();
  }

  /** No flaw names the units that inherit; not every row of theirs is one that it touches. */
  private boolean inheritsFailure(DeviceState state, String edition, UnitCoverage coverage) {
    return coverage.unit().reuses().stream().anyMatch(r -> state.fails(edition, r.toString()))
        && tested.verdict(state, edition, id(coverage)).equals("FAIL");
  }

  private UnitProof filesProof(String edition, UnitCoverage coverage) throws IOException {
    String unit = id(coverage);
    return new UnitProof(
        edition,
        unit,
        coverage.with(),
        tested.files(edition, unit),
        tested.brought(edition, unit, Laboratory.WITHOUT),
        tested.brought(edition, unit, Laboratory.WITH),
        tested.brought(edition, unit, Laboratory.MUTE));
  }

  private UnitProof proof(String edition, UnitCoverage coverage) {
    String unit = id(coverage);
    List<DeviceState> flawed = failing(edition, coverage);
    // Each flaw has to keep its word: one that fails to fail is the one that is shown.
    List<DeviceState> shown =
        flawed.stream()
            .filter(s -> !tested.verdict(s, edition, unit).equals("FAIL"))
            .findFirst()
            .or(() -> flawed.stream().findFirst())
            .stream()
            .toList();
    String device = shown.isEmpty() ? device(edition, unit) : shown.getFirst().device();
    List<String> mute =
        DeviceState.mute(device).stream()
            .map(s -> tested.verdict(s, edition, unit))
            .distinct()
            .toList();
    return new UnitProof(
        edition,
        unit,
        coverage.with(),
        shown.isEmpty() ? "" : shown.getFirst().name(),
        tested.verdict(new DeviceState(device, DeviceState.NONE), edition, unit),
        shown.isEmpty() ? "" : tested.verdict(shown.getFirst(), edition, unit),
        String.join(", ", mute));
  }

  private static int dossiers(String device) {
    return DeviceState.DOSSIERS.getOrDefault(device, Map.of()).size();
  }

  /** The device that a unit is planned for, if there is one. */
  private String device(String edition, String unit) {
    List<String> devices = List.copyOf(DeviceState.DOSSIERS.keySet());
    return devices.stream()
        .filter(
            d -> tested.of(new DeviceState(d, DeviceState.NONE)).containsKey(edition + " " + unit))
        .findFirst()
        .orElse(devices.getFirst());
  }
}
