package dev.plumbline.importing;

import dev.plumbline.core.Problem;
import dev.plumbline.core.Severity;
import dev.plumbline.dossier.Observation;
import java.util.List;
import java.util.Optional;

/**
 * What a file gave.
 *
 * @param importer id of the importer; empty when none took the file
 * @param observations what to keep; none when the file is broken
 * @param counted entries that the file holds, by kind, and how many of them are kept
 * @param problems all that the user has to know
 */
public record ImportReport(
    String importer,
    ToolRun run,
    List<Observation> observations,
    List<EntryCount> counted,
    List<Problem> problems) {
  public ImportReport {
    counted = List.copyOf(counted);
    observations = List.copyOf(observations);
    problems = List.copyOf(problems);
  }

  /** The same, seen on this version of the device's software where one is given. */
  public ImportReport ofSoftware(Optional<String> version) {
    return version.isEmpty()
        ? this
        : new ImportReport(
            importer,
            run,
            observations.stream().map(o -> seenOn(o, version.get(), o.source().state())).toList(),
            counted,
            problems);
  }

  /** The same, seen in this device state where one is given. */
  public ImportReport inState(Optional<String> state) {
    return state.isEmpty()
        ? this
        : new ImportReport(
            importer,
            run,
            observations.stream()
                .map(o -> seenOn(o, o.source().softwareVersion(), state.get()))
                .toList(),
            counted,
            problems);
  }

  private static Observation seenOn(Observation o, String version, String state) {
    Observation.Source s = o.source();
    return new Observation(
        o.key(),
        o.subject(),
        o.outcome(),
        o.value(),
        o.coverage(),
        o.reason(),
        new Observation.Source(
            s.producer(), s.version(), version, s.unit(), state, s.runId(), s.at()),
        o.evidence());
  }

  /** Whether the file could be read to its end. */
  public boolean read() {
    return problems.stream().noneMatch(p -> p.severity() == Severity.ERROR);
  }
}
