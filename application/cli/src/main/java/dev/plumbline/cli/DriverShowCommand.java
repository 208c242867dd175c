package dev.plumbline.cli;

import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.core.Digest;
import dev.plumbline.driver.DriverFile;
import dev.plumbline.driver.Programs;
import dev.plumbline.probe.DriverAction;
import dev.plumbline.view.Json;
import dev.plumbline.view.Text;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code plumbline driver show DIR}. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Lists all actions, and how this dossier describes each. Sends nothing.",
    footer = {"", "Example:", "  plumbline driver show my-camera"})
final class DriverShowCommand implements Callable<Integer> {
  @Mixin
  @SuppressWarnings("NullAway.Init")
  private DossierArgument dossier;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private DriverOption driver;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private FormatOption format;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Workspace workspace = dossier.usable(spec.commandLine().getErr());
    Optional<DriverFile> file = driver.driving(workspace).described();
    Map<String, Digest> programs =
        file.map(f -> Programs.of(f, workspace.folder()).digests()).orElse(Map.of());
    if (format.json()) {
      out.println(Json.of(json(file, programs)));
      return ExitCode.OK.code();
    }
    if (file.isEmpty()) {
      out.println(
          "The dossier has no driver.yaml; docs/howto/write-a-driver.md tells how to write one.");
    }
    for (DriverAction action : DriverAction.values()) {
      List<String> ways = file.map(f -> f.ways(action)).orElse(List.of());
      out.println(
          String.format(
              "  %-16s %-8s %s",
              action.word(),
              level(action),
              Text.safe(ways.isEmpty() ? "not described" : String.join(", ", ways))));
    }
    file.ifPresent(
        f -> {
          out.println("  settings: " + Text.safe(String.join(", ", f.settings().keySet())));
          out.println("  access: " + Text.safe(String.join(", ", f.access().keySet())));
          out.println("  images: " + Text.safe(String.join(", ", f.images().keySet())));
          f.mechanisms().keySet().forEach(row -> out.println("  " + Text.safe(by(f, row))));
        });
    if (!programs.isEmpty()) {
      out.println("  programs, run with --run-driver-programs only, with their SHA-256:");
      programs.forEach(
          (path, digest) -> out.println("    " + digest.hex() + "  " + Text.safe(path)));
    }
    return ExitCode.OK.code();
  }

  /** What belongs to one mechanism alone, on one line. */
  private static String by(DriverFile file, String row) {
    List<String> own = new ArrayList<>();
    file.own(row)
        .forEach(a -> own.add(a.word() + " by " + String.join(", ", file.by(row).ways(a))));
    file.by(row).settings().keySet().forEach(s -> own.add("setting " + s));
    return row + ": " + String.join("; ", own);
  }

  private static String level(DriverAction action) {
    return action.intrusiveness().name().toLowerCase(Locale.ROOT);
  }

  private static List<Map<String, Object>> json(
      Optional<DriverFile> file, Map<String, Digest> programs) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (DriverAction action : DriverAction.values()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("action", action.word());
      one.put("intrusiveness", level(action));
      one.put("arguments", action.arguments());
      List<String> ways = file.map(f -> f.ways(action)).orElse(List.of());
      one.put("steps", ways);
      Map<String, String> digests = new LinkedHashMap<>();
      programs.forEach(
          (path, digest) -> {
            if (ways.contains("program " + path)) {
              digests.put(path, digest.hex());
            }
          });
      if (!digests.isEmpty()) {
        one.put("programs", digests);
      }
      Map<String, List<String>> own = new LinkedHashMap<>();
      file.ifPresent(
          f ->
              f.mechanisms().keySet().stream()
                  .filter(row -> f.own(row).contains(action))
                  .forEach(row -> own.put(row, f.by(row).ways(action))));
      if (!own.isEmpty()) {
        one.put("mechanisms", own);
      }
      all.add(one);
    }
    return all;
  }
}
