package dev.plumbline.driver;

import dev.plumbline.core.Problems;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.file.Shape;
import dev.plumbline.dossier.folder.DossierFolder;
import dev.plumbline.probe.DeviceDriver;
import dev.plumbline.probe.DriverAction;
import dev.plumbline.probe.UserDecision;
import dev.plumbline.yaml.YamlReader;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The {@code driver.yaml} of a dossier.
 *
 * @param settings by the name that probes use
 * @param images paths inside the dossier, by name
 * @param actions steps, by action
 * @param outage how long the power or network is away in a trial
 * @param access places and who may reach them, by name
 * @param deletions actions that carry out each deletion function, by the id of its row
 * @param decisions what the set-up asks of its user
 * @param mechanisms what belongs to one mechanism alone, by its row
 */
public record DriverFile(
    Map<String, Setting> settings,
    Map<String, String> images,
    Map<DriverAction, List<DriverStep>> actions,
    DeviceDriver.Outage outage,
    Map<String, AccessTrial> access,
    Map<String, List<DriverAction>> deletions,
    List<UserDecision> decisions,
    Map<String, DriverMechanism> mechanisms) {
  public DriverFile {
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    images = Collections.unmodifiableMap(new LinkedHashMap<>(images));
    actions = Collections.unmodifiableMap(new EnumMap<>(actions));
    access = Collections.unmodifiableMap(new LinkedHashMap<>(access));
    deletions = Collections.unmodifiableMap(new LinkedHashMap<>(deletions));
    decisions = List.copyOf(decisions);
    mechanisms = Collections.unmodifiableMap(new LinkedHashMap<>(mechanisms));
  }

  /**
   * Reads the file. Nothing of it is run.
   *
   * @param problems receives all that is wrong: {@code PLB-1xxx} YAML and paths, {@code PLB-25xx}
   *     what the file says
   * @return empty when the dossier has none, one of comments alone, or a broken one
   */
  public static Optional<DriverFile> read(
      DossierFolder folder, Dossier dossier, Problems problems) {
    Problems own = new Problems();
    Optional<DriverFile> file =
        folder
            .optional(DossierFolder.DRIVER, own)
            .flatMap(t -> YamlReader.read(t, DossierFolder.DRIVER, own))
            .flatMap(n -> Shape.root(n, own))
            .map(m -> new DriverReader(folder, dossier, own).read(m));
    own.sorted().forEach(problems::add);
    return own.hasErrors() ? Optional.empty() : file;
  }

  /** Paths of the programs of the dossier that any step runs, each once. */
  public Set<String> programs() {
    return Stream.of(
            actions.values().stream(),
            mechanisms.values().stream().flatMap(m -> m.actions().values().stream()),
            access.values().stream().map(AccessTrial::steps))
        .flatMap(steps -> steps)
        .flatMap(List::stream)
        .filter(DriverStep.Program.class::isInstance)
        .map(step -> ((DriverStep.Program) step).file())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /**
   * The driver as it is where it goes by one mechanism alone.
   *
   * @param row one of {@link #mechanisms}
   */
  public DriverFile by(String row) {
    return Optional.ofNullable(mechanisms.get(row)).map(m -> m.in(this)).orElse(this);
  }

  /** The actions of which this mechanism has steps of its own. */
  public Set<DriverAction> own(String row) {
    return Optional.ofNullable(mechanisms.get(row)).map(m -> m.actions().keySet()).orElse(Set.of());
  }

  /** How the steps of an action work, in words such as {@code http}. */
  public List<String> ways(DriverAction action) {
    return actions.getOrDefault(action, List.of()).stream()
        .map(
            s ->
                switch (s) {
                  case DriverStep.Http h -> "http " + h.method() + " at " + h.endpoint();
                  case DriverStep.Ssh h -> "ssh at " + h.endpoint();
                  case DriverStep.Program p -> "program " + p.file();
                  case DriverStep.Ask a -> "a person";
                  case DriverStep.Rest r -> "wait " + r.time().toSeconds() + " s";
                })
        .distinct()
        .toList();
  }
}
