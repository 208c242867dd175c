package dev.plumbline.app.run;

import dev.plumbline.app.UnusableInputException;
import dev.plumbline.app.message.Message;
import dev.plumbline.probe.Intrusiveness;
import dev.plumbline.probe.run.ProbeRunner;
import dev.plumbline.probe.run.RunOptions;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a person wants to be run.
 *
 * @param runId names the run; that of an earlier run resumes it
 * @param only ids of the probes wanted, with what they need; empty for all
 * @param level most intrusive probe that may run, one of {@link #levels()}
 * @param dryRun only say what would run; nothing is sent
 * @param resume leave out what an earlier part of this run completed
 */
public record RunOrder(
    String runId, List<String> only, String level, boolean dryRun, boolean resume) {
  public RunOrder {
    only = List.copyOf(only);
  }

  /** A run of all probes up to a level. */
  public static RunOrder all(String level) {
    return new RunOrder(RunIds.next(), List.of(), level, false, false);
  }

  /** The same as a run of that name. */
  public RunOrder named(String id) {
    return new RunOrder(id, only, level, dryRun, resume);
  }

  /** The levels of intrusiveness, from least to most. */
  public static List<String> levels() {
    return Arrays.stream(Intrusiveness.values())
        .map(i -> i.name().toLowerCase(Locale.ROOT))
        .toList();
  }

  /** The ids of the installed probes. */
  public static List<String> probes() {
    return ProbeRunner.installed().stream().map(p -> p.spec().id()).toList();
  }

  /**
   * What the runner of probes is told.
   *
   * @throws UnusableInputException if there is no such level, or no such probe
   */
  public RunOptions options() {
    List<String> installed = probes();
    for (String wanted : only) {
      if (!installed.contains(wanted)) {
        throw new UnusableInputException(
            Message.of("PLB-C416", "probe", wanted, "probes", String.join(", ", installed)));
      }
    }
    return new RunOptions(runId, Set.copyOf(only), most(level), dryRun, resume);
  }

  /** The level of that name, in small or capital letters. */
  static Intrusiveness most(String level) {
    return Arrays.stream(Intrusiveness.values())
        .filter(i -> i.name().equalsIgnoreCase(level))
        .findFirst()
        .orElseThrow(
            () ->
                new UnusableInputException(
                    Message.of("PLB-C417", "level", level, "levels", String.join(", ", levels()))));
  }

  /** The most intrusive probe that may run. */
  public Intrusiveness most() {
    return most(level);
  }
}
