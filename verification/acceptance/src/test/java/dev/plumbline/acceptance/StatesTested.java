package dev.plumbline.acceptance;

import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.core.UnitId;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.check.Checks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * Tests simulated devices in every state, and reads the files of the laboratory, and tells the
 * verdicts.
 */
final class StatesTested {
  private static final long SECONDS = 900;

  /**
   * At most so many processes test the flaws of a device at the same time; each takes the next one
   * when it is done. Enough to keep two processors busy.
   */
  private static final int ABREAST = 8;

  /** A process for fewer flaws than this costs more by its start than it spares. */
  private static final int FLAWS_OF_A_PROCESS = 4;

  /** Whether to test every flaw of the fleet, which takes minutes more. */
  static final boolean WHOLE = Boolean.getBoolean("plumbline.fleet");

  static final String NOTHING = "nothing";

  /** Verdicts by edition, unit and state of its files, then by unit. */
  private final Map<String, Map<String, String>> brought = new HashMap<>();

  private final Map<String, Laboratory> laboratories = new HashMap<>();

  /** Verdicts by state, then by edition and unit. */
  private final Map<DeviceState, Map<String, String>> verdicts = new HashMap<>();

  /** Verdicts by state, then by edition, unit and subject. */
  private final Map<DeviceState, Map<String, String>> items = new HashMap<>();

  private final Map<String, Ruling> rulings = new HashMap<>();

  private StatesTested() {}

  /**
   * @param out an empty place
   */
  static StatesTested in(Path out) throws IOException, InterruptedException, ExecutionException {
    StatesTested tested = new StatesTested();
    tested.testEveryState(out);
    for (String example : FleetRulings.FLEET) {
      tested.rulings.put(example, Ruling.read(FleetRun.ruling(out, example)));
    }
    tested.bringFiles(
        FlawMatrix.dossier(out, new DeviceState("sound-camera", DeviceState.NONE)), out);
    return tested;
  }

  private void testEveryState(Path out)
      throws IOException, InterruptedException, ExecutionException {
    List<CompletableFuture<Void>> runs = new ArrayList<>();
    List<DeviceState> states = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      FleetRulings.FLEET.stream()
          .filter(e -> !DeviceState.DOSSIERS.containsKey(FleetRulings.device(e)))
          .forEach(
              e ->
                  runs.add(
                      CompletableFuture.runAsync(
                          () -> run(FleetRun.class, List.of(e), e, out), threads)));
      for (String device : DeviceState.DOSSIERS.keySet()) {
        DeviceState none = new DeviceState(device, DeviceState.NONE);
        states.add(none);
        CompletableFuture<Void> sound =
            CompletableFuture.runAsync(() -> run(List.of(none), none.toString(), out), threads);
        runs.add(sound);
        for (DeviceState mute : DeviceState.mute(device)) {
          states.add(mute);
          runs.add(
              CompletableFuture.runAsync(() -> run(List.of(mute), mute.toString(), out), threads));
        }
        List<DeviceState> flawed = flawed(device);
        states.addAll(flawed);
        int processes = Math.min(ABREAST, Math.ceilDiv(flawed.size(), FLAWS_OF_A_PROCESS));
        for (int i = 0; i < processes; i++) {
          String log = device + "-" + i;
          runs.add(sound.thenRunAsync(() -> run(flawed, log, out), threads));
        }
      }
      CompletableFuture.allOf(runs.toArray(CompletableFuture[]::new)).get();
    }
    for (DeviceState state : states) {
      verdicts.put(state, read(FlawMatrix.results(out, state)));
      items.put(state, read(FlawMatrix.items(out, state)));
    }
  }

  /** What a laboratory brings for the sound camera, with one flaw, and saying nothing. */
  private void bringFiles(Path tested, Path out) throws IOException {
    List<Observation> seen =
        Workspace.open(tested, LocalDate.now(Clock.systemUTC()))
            .workspace()
            .orElseThrow()
            .dossier()
            .observations();
    for (EditionId edition : EditionId.all()) {
      String version = edition.version();
      Laboratory laboratory =
          new Laboratory(version, seen, Files.createDirectory(out.resolve("files-" + version)));
      laboratories.put(version, laboratory);
      brought.put(version + " " + NOTHING, laboratory.verdictsWith(nothingFound()));
      for (UnitId unit : Checks.load().decided(CatalogueLoader.load(edition))) {
        String name = unit.toString();
        if (laboratory.shows(name)) {
          for (String state : List.of(Laboratory.WITHOUT, Laboratory.WITH, Laboratory.MUTE)) {
            brought.put(version + " " + name + " " + state, laboratory.verdicts(name, state));
          }
        }
      }
    }
  }

  /** The sample of every importer in which its tool found nothing. */
  private static List<Path> nothingFound() throws IOException {
    try (Stream<Path> walk = Files.walk(Repository.at("gathering/importers/src/test/resources"))) {
      return walk.filter(f -> String.valueOf(f.getFileName()).startsWith("nothing."))
          .sorted()
          .toList();
    }
  }

  /** The verdict with the files of a laboratory. */
  String brought(String edition, String unit, String state) {
    String key = state.equals(NOTHING) ? edition + " " + state : edition + " " + unit + " " + state;
    return brought.getOrDefault(key, Map.of()).getOrDefault(unit, "not planned");
  }

  /** The flaws of a device that are tested; those that take long first. */
  private static List<DeviceState> flawed(String device) {
    return (WHOLE ? DeviceState.flawed(device) : DeviceState.shown(device))
        .stream()
            .sorted(Comparator.comparingInt((DeviceState s) -> s.onlookers().size()).reversed())
            .toList();
  }

  private static Map<String, String> read(Path results) throws IOException {
    Map<String, String> read = new HashMap<>();
    for (String line : Files.readAllLines(results)) {
      int verdict = line.lastIndexOf('\t');
      read.put(line.substring(0, verdict).replace('\t', ' '), line.substring(verdict + 1));
    }
    return read;
  }

  private static void run(List<DeviceState> states, String log, Path out) {
    run(FlawMatrix.class, states.stream().map(DeviceState::toString).toList(), log, out);
  }

  private static void run(Class<?> main, List<String> names, String log, Path out) {
    List<String> arguments = new ArrayList<>(List.of(out.toString()));
    arguments.addAll(names);
    try {
      PrivateNetwork.run(main, arguments, out.resolve(log + ".log"), SECONDS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What came out for an example dossier of the fleet. */
  Ruling ruling(String example) {
    return Optional.ofNullable(rulings.get(example)).orElseThrow();
  }

  /** The verdict on a simulated device. */
  String verdict(DeviceState state, String edition, String unit) {
    return verdicts.getOrDefault(state, Map.of()).getOrDefault(edition + " " + unit, "not planned");
  }

  Set<DeviceState> states() {
    return verdicts.keySet();
  }

  /** What came of each row of the dossier in a unit, by the row. */
  Map<String, String> rows(DeviceState state, String edition, String unit) {
    String start = edition + " " + unit + " ";
    Map<String, String> rows = new HashMap<>();
    items
        .getOrDefault(state, Map.of())
        .forEach(
            (item, verdict) -> {
              if (item.startsWith(start)) {
                rows.put(item.substring(start.length()), verdict);
              }
            });
    return rows;
  }

  /** By edition and unit. */
  Map<String, String> of(DeviceState state) {
    return verdicts.getOrDefault(state, Map.of());
  }

  /** Whether files show the unit. */
  boolean byFiles(String edition, String unit) {
    return Optional.ofNullable(laboratories.get(edition)).filter(l -> l.shows(unit)).isPresent();
  }

  /** The files that show it. */
  String files(String edition, String unit) throws IOException {
    return Optional.ofNullable(laboratories.get(edition)).orElseThrow().files(unit);
  }
}
