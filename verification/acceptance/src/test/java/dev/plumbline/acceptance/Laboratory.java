package dev.plumbline.acceptance;

import dev.plumbline.app.Assessor;
import dev.plumbline.app.importing.Importing;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.catalogue.crypto.CryptoPolicies;
import dev.plumbline.core.Digest;
import dev.plumbline.core.Problems;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.EvidenceFile;
import dev.plumbline.dossier.Observation;
import dev.plumbline.yaml.YamlNode.Mapping;
import dev.plumbline.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Decides units whose means is physical, or a capture of a state into which no simulated device
 * gets: what differs between PASS, FAIL and INCONCLUSIVE is a file that a tool wrote. {@code
 * verification/acceptance/evidence/sound} holds what a laboratory would bring for a sound camera,
 * {@code units/UNIT/without} what it would bring for this unit alone, {@code with} and {@code mute}
 * the files that take the place of others there. Folders are editions, device states, or {@code
 * ixit} for rows of the dossier.
 */
final class Laboratory {
  static final String WITHOUT = "without";
  static final String WITH = "with";
  static final String MUTE = "mute";

  private static final Path ROOT = Repository.at("verification/acceptance/evidence");
  private static final String DEVICE = "sound-camera";
  private static final Set<String> EDITIONS = Set.of("2.1.1", "3.1.3");

  private final String edition;
  private final List<Observation> seen;
  private final Path work;
  private final LocalDate day = LocalDate.now(Clock.systemUTC());
  private final Workspace sound;
  private final Map<Path, List<Observation>> read = new HashMap<>();
  private final Map<String, String> twins = new HashMap<>();

  /**
   * @param seen what probes saw of the sound device
   * @param work an empty place
   */
  Laboratory(String edition, List<Observation> seen, Path work) throws IOException {
    this.edition = edition;
    this.seen = List.copyOf(seen);
    this.work = work;
    this.sound = dossier("sound", List.of(ROOT.resolve("sound")));
    YamlReader.read(Files.readString(ROOT.resolve("twins.yaml")), "twins.yaml", new Problems())
        .filter(Mapping.class::isInstance)
        .map(n -> ((Mapping) n).mappings("twins"))
        .orElse(List.of())
        .forEach(m -> twins.put(m.text("unit").orElseThrow(), m.text("as").orElseThrow()));
  }

  /** Whether the unit is shown by files. */
  boolean shows(String unit) {
    return Files.isDirectory(folder(unit));
  }

  private Path folder(String unit) {
    String name = edition.equals("3.1.3") ? twins.getOrDefault(unit, unit) : unit;
    return ROOT.resolve("units").resolve(name);
  }

  /** What differs with the flaw: rows of the dossier, or the files that a tool wrote. */
  String files(String unit) throws IOException {
    Path with = folder(unit).resolve(WITH);
    boolean rows = Files.isDirectory(with.resolve("ixit"));
    return (rows ? "declared: " : "imported: ") + String.join(", ", names(with));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile)
          .map(f -> String.valueOf(f.getFileName()))
          .distinct()
          .sorted()
          .toList();
    }
  }

  /**
   * Verdicts by unit.
   *
   * @param state {@link #WITHOUT}, {@link #WITH} or {@link #MUTE}
   */
  Map<String, String> verdicts(String unit, String state) throws IOException {
    List<Path> layers = new ArrayList<>(List.of(ROOT.resolve("sound")));
    layers.add(folder(unit).resolve(WITHOUT));
    if (!state.equals(WITHOUT)) {
      layers.add(folder(unit).resolve(state));
    }
    boolean otherRows = layers.stream().skip(1).anyMatch(this::hasRows);
    Workspace declared = otherRows ? dossier(unit + "-" + state, layers) : sound;
    List<Observation> all = new ArrayList<>(seen);
    Map<String, EvidenceFile> reports = new HashMap<>();
    for (Map.Entry<String, Path> file : brought(layers).entrySet()) {
      Path path = file.getValue();
      String name = String.valueOf(path.getFileName());
      if (name.startsWith("report-")) {
        Digest digest = Digest.of(Files.readAllBytes(path));
        reports.put(
            digest.hex(),
            new EvidenceFile(
                digest, name, "report of a review", "", "", "", "", Instant.EPOCH, ""));
      } else if (!name.endsWith(".yaml")) {
        all.addAll(imported(path, state(file.getKey())));
      }
    }
    return judge(declared, reports, all);
  }

  /** Verdicts where the rows are declared and these files alone were brought. */
  Map<String, String> verdictsWith(List<Path> files) throws IOException {
    List<Observation> all = new ArrayList<>(seen);
    for (Path file : files) {
      all.addAll(imported(file, Optional.empty()));
    }
    return judge(sound, Map.of(), all);
  }

  private boolean hasRows(Path layer) {
    return Files.isDirectory(layer.resolve("ixit"))
        || Files.isDirectory(layer.resolve(edition).resolve("ixit"));
  }

  /** The files of the layers by their names without the edition; a later one takes the place. */
  private Map<String, Path> brought(List<Path> layers) throws IOException {
    Map<String, Path> files = new TreeMap<>();
    for (Path layer : layers) {
      for (Path root : List.of(layer, layer.resolve(edition))) {
        if (Files.isDirectory(root)) {
          try (Stream<Path> walk = Files.walk(root, 2)) {
            walk.filter(Files::isRegularFile)
                .filter(f -> !isOfRows(root.relativize(f)))
                .forEach(f -> files.put(root.relativize(f).toString(), f));
          }
        }
      }
    }
    return files;
  }

  private static boolean isOfRows(Path relative) {
    String first = relative.getName(0).toString();
    return first.equals("ixit") || EDITIONS.contains(first);
  }

  /** The device state that the folder of a file names. */
  private static Optional<String> state(String name) {
    int slash = name.indexOf('/');
    return slash < 0 ? Optional.empty() : Optional.of(name.substring(0, slash));
  }

  private List<Observation> imported(Path file, Optional<String> state) throws IOException {
    List<Observation> known = read.get(file);
    if (known == null) {
      boolean image = String.valueOf(file.getFileName()).endsWith(".img");
      Optional<String> as = image ? Optional.of(Importing.FIRMWARE) : Optional.empty();
      known =
          new Importing(sound)
              .read(file, as, Optional.empty(), state, "import", true, (at, of) -> {})
              .observations();
      read.put(file, known);
    }
    return known;
  }

  /** The example's dossier with the rows of these layers. */
  private Workspace dossier(String name, List<Path> layers) throws IOException {
    String example = DeviceState.DOSSIERS.getOrDefault(DEVICE, Map.of()).getOrDefault(edition, "");
    Path dossier = Repository.copyOfExample(example, work.resolve(name));
    for (Path layer : layers) {
      for (Path root : List.of(layer, layer.resolve(edition))) {
        lay(root.resolve("ixit"), dossier.resolve("ixit"));
        Path ics = root.resolve("ics.yaml");
        if (Files.exists(ics)) {
          Files.copy(ics, dossier.resolve("ics.yaml"), StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
    Workspace.Opened opened = Workspace.open(dossier, day);
    return opened
        .workspace()
        .orElseThrow(() -> new IllegalStateException(dossier + ": " + opened.problems()));
  }

  private static void lay(Path from, Path to) throws IOException {
    if (Files.isDirectory(from)) {
      try (Stream<Path> list = Files.list(from)) {
        for (Path path : list.toList()) {
          Files.copy(path, to.resolve(path.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  private Map<String, String> judge(
      Workspace workspace, Map<String, EvidenceFile> evidence, List<Observation> all) {
    Dossier d = workspace.dossier();
    Map<String, String> verdicts = new HashMap<>();
    new Assessor(workspace.catalogue())
        .judge(
            new Dossier(
                d.product(),
                d.ics(),
                d.ixit(),
                evidence,
                all,
                d.decisions(),
                d.waivers(),
                d.schemeEvidence()),
            CryptoPolicies.load(),
            day)
        .groups()
        .flatMap(g -> g.cases().stream())
        .flatMap(c -> c.units().stream())
        .forEach(u -> verdicts.put(u.unit().id().toString(), UnitProof.word(u)));
    return verdicts;
  }
}
