package dev.plumbline.cli.verdict;

import dev.plumbline.app.Assessor;
import dev.plumbline.app.Comparing;
import dev.plumbline.app.DossierState;
import dev.plumbline.app.workspace.Workspace.Opened;
import dev.plumbline.cli.option.CliException;
import dev.plumbline.cli.option.DossierArgument;
import dev.plumbline.cli.option.ExitCode;
import dev.plumbline.cli.option.FormatOption;
import dev.plumbline.cli.option.PolicyOption;
import dev.plumbline.core.Problem;
import dev.plumbline.dossier.Observation;
import dev.plumbline.insight.change.Retest;
import dev.plumbline.insight.change.Retests;
import dev.plumbline.insight.change.Touched;
import dev.plumbline.insight.change.Verdicts;
import dev.plumbline.judging.Assessment;
import dev.plumbline.view.Json;
import dev.plumbline.view.Text;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plumbline delta DIR}. */
@Command(
    name = "delta",
    mixinStandardHelpOptions = true,
    description = {
      "Shows what has to be tested again after the firmware, the IXIT, the catalogue or the crypto"
          + " policy changed, why, and how long it took last time. Touches no device.",
      "What was never tested is not among it; 'plumbline plan' and 'status' show that."
    },
    footer = {
      "",
      "Examples:",
      "  plumbline delta my-camera",
      "  plumbline delta my-camera --since v1.0           a revision of git, for the reasons",
      "  plumbline delta my-camera --crypto-policy strict-2026-11 --format json"
    })
public final class DeltaCommand implements Runnable {
  @Mixin
  @SuppressWarnings("NullAway.Init")
  private DossierArgument dossier;

  @Option(
      names = "--since",
      paramLabel = "REV",
      description = "A revision of git to name what changed since.")
  private Optional<String> since = Optional.empty();

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private PolicyOption policy;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private FormatOption format;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public void run() {
    Opened opened = dossier.soundly(spec.commandLine().getErr());
    LocalDate today = LocalDate.now(Clock.systemUTC());
    Assessment now =
        new Assessor(opened.workspace().orElseThrow().catalogue())
            .judge(opened.workspace().orElseThrow().dossier(), policy.choice().policy(), today);
    List<Observation> journal = opened.workspace().orElseThrow().dossier().observations();
    List<Retest> again = Retests.of(now, journal, touched(opened, today));
    Map<String, Duration> took = Retests.durations(journal);
    Set<String> probes = new TreeSet<>();
    again.forEach(r -> probes.addAll(r.by()));
    PrintWriter out = spec.commandLine().getOut();
    if (format.json()) {
      out.println(Json.of(json(again, probes, took)));
    } else {
      print(again, probes, took, out);
    }
  }

  private List<Touched> touched(Opened now, LocalDate today) {
    if (since.isEmpty()) {
      return List.of();
    }
    try {
      Opened before = new DossierState(dossier.directory(), since).open(today);
      if (before.workspace().isEmpty()) {
        List<Problem> errors = before.errors();
        DossierArgument.print(errors, spec.commandLine().getErr());
        throw new CliException(ExitCode.DOSSIER, "The dossier of then cannot be used.");
      }
      return Comparing.compare(before, now, policy.choice().policy(), today)
          .verdicts()
          .map(Verdicts::items)
          .orElse(List.of());
    } catch (IOException e) {
      throw new CliException(ExitCode.USAGE, Text.safe(String.valueOf(e.getMessage())));
    }
  }

  private static Map<String, Object> json(
      List<Retest> again, Set<String> probes, Map<String, Duration> took) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put(
        "again",
        again.stream()
            .map(
                r -> {
                  Map<String, Object> one = new LinkedHashMap<>();
                  one.put("item", r.item().toString());
                  one.put("provision", r.provision().value());
                  one.put("by", r.by().isEmpty() ? List.of("person") : r.by());
                  one.put("why", r.why());
                  one.put("tookSeconds", seconds(r.took()));
                  return one;
                })
            .toList());
    Map<String, Object> sources = new LinkedHashMap<>();
    probes.forEach(p -> sources.put(p, seconds(Optional.ofNullable(took.get(p)))));
    json.put("probes", sources);
    return json;
  }

  /** Whole seconds, rounded up, or the word that says that nobody knows. */
  private static Object seconds(Optional<Duration> took) {
    return took.<Object>map(d -> (d.toMillis() + 999) / 1000).orElse("unknown");
  }

  private static void print(
      List<Retest> again, Set<String> probes, Map<String, Duration> took, PrintWriter out) {
    if (again.isEmpty()) {
      out.println("Nothing has to be tested again.");
      return;
    }
    out.println(again.size() + " test items have to be tested again:");
    for (Retest r : again) {
      out.println(
          "  "
              + Text.safe(r.item().toString())
              + "  by "
              + (r.by().isEmpty() ? "a person" : Text.safe(String.join(", ", r.by()))));
      out.println(Text.wrap(Text.safe(String.join("; ", r.why())), "      "));
    }
    if (!probes.isEmpty()) {
      out.println("Time that these took last time:");
      probes.forEach(
          p ->
              out.println(
                  "  "
                      + Text.safe(p)
                      + ": "
                      + Optional.ofNullable(took.get(p))
                          .map(d -> (d.toMillis() + 999) / 1000 + " s")
                          .orElse("unknown")));
    }
  }
}
