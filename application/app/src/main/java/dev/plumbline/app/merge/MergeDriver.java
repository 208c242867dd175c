package dev.plumbline.app.merge;

import dev.plumbline.app.git.GitCommand;
import dev.plumbline.app.merge.FileVersions.Sides;
import dev.plumbline.app.merge.MergedFile.Joined;
import dev.plumbline.core.disk.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What git runs for each file of a dossier that both branches changed: the lines of {@code
 * .gitattributes} name the driver, and the settings of a repository say which program it is.
 */
public final class MergeDriver {
  private static final String ATTRIBUTES = ".gitattributes";
  private static final String NAME = "merge.plumbline.name";
  private static final String DRIVER = "merge.plumbline.driver";

  /** Files whose rows and records the driver joins. */
  private static final List<String> LINES =
      List.of("*.yaml merge=plumbline", "record/*.jsonl merge=plumbline");

  private MergeDriver() {}

  /**
   * Joins one file, as git asks for it. The outcome lies in the file of ours.
   *
   * @param base empty where both added the file
   * @param path of the file in the repository, which tells what is in it
   * @return whether nothing is left for a person
   */
  public static boolean merge(Path base, Path ours, Path theirs, String path) throws IOException {
    byte[] was = Files.readAllBytes(base);
    byte[] our = Files.readAllBytes(ours);
    byte[] their = Files.readAllBytes(theirs);
    int record = path.lastIndexOf("record/");
    String name = record < 0 || path.endsWith(".yaml") ? path : path.substring(record);
    MergedFile merged =
        new FileVersions(name, was.length == 0 ? Optional.empty() : Optional.of(was), our, their)
            .merge(new Sides("ours", "theirs"));
    if (!(merged instanceof Joined joined)) {
      return false;
    }
    if (joined.isWhole()) {
      return byLines(base, ours, theirs);
    }
    WholeFile.write(ours, joined.content());
    return !joined.isOpen();
  }

  /** What is no YAML is joined line by line, as git does; ours then has its marks. */
  private static boolean byLines(Path base, Path ours, Path theirs) throws IOException {
    Path file = ours.toAbsolutePath();
    return new GitCommand(Optional.ofNullable(file.getParent()).orElse(file))
        .bytes(
            "merge-file",
            "-L",
            "ours",
            "-L",
            "base",
            "-L",
            "theirs",
            ours.toAbsolutePath().toString(),
            base.toAbsolutePath().toString(),
            theirs.toAbsolutePath().toString())
        .isPresent();
  }

  /**
   * What was set up.
   *
   * @param driver what git runs
   * @param attributesAdded whether {@code .gitattributes} was changed
   */
  public record Installed(String driver, boolean attributesAdded) {}

  /**
   * Sets the driver up in the repository that a dossier lies in, for this clone alone, and names it
   * in the dossier's {@code .gitattributes} where it is not named yet.
   *
   * @param program the command that starts Plumbline, as a path or a name on the search path
   * @throws IOException if the dossier lies in no repository
   */
  public static Installed install(Path dossier, String program) throws IOException {
    GitCommand git = new GitCommand(dossier);
    String driver = driver(program);
    boolean set =
        git.text("config", "--local", NAME, "Plumbline: rows, cells and records").isPresent()
            && git.text("config", "--local", DRIVER, driver).isPresent();
    if (!set) {
      throw new IOException(
          dossier + " lies in no git repository whose settings can be written. Type: git init");
    }
    return new Installed(driver, name(dossier.resolve(ATTRIBUTES)));
  }

  /** The driver as a setting of git, which a shell reads. */
  public static String driver(String program) {
    return "'" + program.replace("'", "'\\''") + "' merge --driver %O %A %B %P";
  }

  private static boolean name(Path attributes) throws IOException {
    List<String> lines = new ArrayList<>();
    if (Files.exists(attributes)) {
      lines.addAll(Files.readAllLines(attributes, StandardCharsets.UTF_8));
    }
    List<String> missing =
        LINES.stream().filter(wanted -> lines.stream().noneMatch(l -> names(l, wanted))).toList();
    if (missing.isEmpty()) {
      return false;
    }
    lines.addAll(missing);
    WholeFile.write(attributes, String.join("\n", lines) + "\n");
    return true;
  }

  private static boolean names(String line, String wanted) {
    List<String> words = List.of(line.strip().split("\\s+", -1));
    List<String> needed = List.of(wanted.split(" ", -1));
    return words.getFirst().equals(needed.getFirst()) && words.contains(needed.get(1));
  }
}
