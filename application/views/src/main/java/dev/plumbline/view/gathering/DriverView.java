package dev.plumbline.view.gathering;

import dev.plumbline.app.run.Driving;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.core.Digest;
import dev.plumbline.driver.DriverFile;
import dev.plumbline.driver.Programs;
import dev.plumbline.probe.DriverAction;
import dev.plumbline.view.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * All actions of drivers, and how a dossier describes each.
 *
 * @param programs that driver.yaml names, with their SHA-256
 */
public record DriverView(Optional<DriverFile> file, Map<String, Digest> programs) {

  public static DriverView of(Workspace workspace, Driving driving) {
    Optional<DriverFile> file = driving.described();
    return new DriverView(
        file, file.map(f -> Programs.of(f, workspace.folder()).digests()).orElse(Map.of()));
  }

  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    if (file.isEmpty()) {
      lines.add(
          "The dossier has no driver.yaml; docs/howto/write-a-driver.md tells how to write one.");
    }
    for (DriverAction action : DriverAction.values()) {
      List<String> ways = file.map(f -> f.ways(action)).orElse(List.of());
      lines.add(
          String.format(
              "  %-16s %-8s %s",
              action.word(),
              level(action),
              Text.safe(ways.isEmpty() ? "not described" : String.join(", ", ways))));
    }
    file.ifPresent(
        f -> {
          lines.add("  settings: " + Text.safe(String.join(", ", f.settings().keySet())));
          lines.add("  access: " + Text.safe(String.join(", ", f.access().keySet())));
          lines.add("  images: " + Text.safe(String.join(", ", f.images().keySet())));
          f.mechanisms().keySet().forEach(row -> lines.add("  " + Text.safe(by(f, row))));
        });
    if (!programs.isEmpty()) {
      lines.add("  programs, run with --run-driver-programs only, with their SHA-256:");
      programs.forEach((path, digest) -> lines.add("    " + digest.hex() + "  " + Text.safe(path)));
    }
    return lines;
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

  /** The same for programs. */
  public List<Map<String, Object>> json() {
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
