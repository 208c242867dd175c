package dev.plumbline.cli.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.AutoComplete;
import picocli.CommandLine.Model.CommandSpec;

/** Completion scripts and pages of the manual, from the model of the commands. */
public final class ShellFiles {
  private ShellFiles() {}

  /** The completion script of a shell. */
  public static String completion(CompletionShell shell, CommandSpec root) {
    return switch (shell) {
      case BASH -> AutoComplete.bash(root.name(), root.commandLine());
      case ZSH -> ZshCompletion.of(root);
      case FISH -> FishCompletion.of(root);
    };
  }

  /**
   * Writes all of them: {@code completions/} and {@code man/man1/}.
   *
   * @param version as it stands below each page of the manual
   * @param day that of the pages
   * @return what was written, from the folder
   */
  public static List<Path> write(Path folder, CommandSpec root, String version, LocalDate day)
      throws IOException {
    Map<Path, String> files = new TreeMap<>();
    for (CompletionShell shell : CompletionShell.values()) {
      files.put(Path.of("completions", shell.file(root.name())), completion(shell, root));
    }
    new ManPages(root, version, day)
        .all()
        .forEach((name, page) -> files.put(Path.of("man", "man1", name), page));
    for (Map.Entry<Path, String> file : files.entrySet()) {
      Path target = folder.resolve(file.getKey());
      Files.createDirectories(target.resolveSibling("."));
      Files.writeString(target, file.getValue());
    }
    return List.copyOf(files.keySet());
  }
}
