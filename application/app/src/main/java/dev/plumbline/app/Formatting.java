package dev.plumbline.app;

import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.core.Problem;
import dev.plumbline.core.Problems;
import dev.plumbline.dossier.file.DossierFormat;
import dev.plumbline.dossier.folder.DossierFolder;
import dev.plumbline.dossier.folder.DossierWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Formats the files of a dossier; comments, order and quoting stay. */
public final class Formatting {
  private Formatting() {}

  /**
   * What formatting did.
   *
   * @param changed files that were, or would be, changed
   * @param problems files that cannot be formatted, and why
   */
  public record Formatted(List<String> changed, List<Problem> problems) {
    public Formatted {
      changed = List.copyOf(changed);
      problems = List.copyOf(problems);
    }
  }

  /**
   * Formats a dossier that could be opened.
   *
   * @param write false to tell only what would change
   */
  public static Formatted format(Workspace workspace, boolean write) throws IOException {
    return format(workspace.directory(), workspace.product().edition(), write);
  }

  /**
   * Formats.
   *
   * @param edition version of EN 303 645 that the dossier is written for
   * @param write false to tell only what would change
   */
  public static Formatted format(Path directory, String edition, boolean write) throws IOException {
    DossierFolder folder = DossierFolder.at(directory);
    Problems problems = new Problems();
    Map<String, String> read = new LinkedHashMap<>();
    Map<String, String> formatted = new LinkedHashMap<>();
    for (String file : folder.yamlFiles(problems)) {
      Optional<String> before = folder.text(file, problems);
      Optional<String> after =
          before.flatMap(b -> DossierFormat.format(b, file, edition, problems));
      if (after.isPresent() && !after.equals(before)) {
        read.put(file, before.orElseThrow());
        formatted.put(file, after.get());
      }
    }
    if (write && !formatted.isEmpty()) {
      try (DossierWriter writer = folder.write()) {
        writer.replaceAll(read, formatted);
      }
    }
    return new Formatted(List.copyOf(formatted.keySet()), problems.sorted());
  }
}
