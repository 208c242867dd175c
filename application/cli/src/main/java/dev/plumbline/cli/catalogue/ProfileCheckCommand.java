package dev.plumbline.cli.catalogue;

import dev.plumbline.app.message.Message;
import dev.plumbline.app.workspace.Profiles;
import dev.plumbline.cli.option.CliException;
import dev.plumbline.cli.option.DossierArgument;
import dev.plumbline.cli.option.ExitCode;
import dev.plumbline.core.Problem;
import dev.plumbline.view.Text;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumbline profile check FILE|DIR}. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Checks profiles and shows every problem with file, line and column.",
    footer = {
      "",
      "Example:",
      "  plumbline profile check my-camera/profiles",
      "",
      "Exit codes: 0 no errors, 12 errors."
    })
public final class ProfileCheckCommand implements Callable<Integer> {
  /** Larger files are no profiles. */
  private static final long MOST = 8L * 1024 * 1024;

  @Parameters(
      paramLabel = "FILE|DIR",
      description = "A profile, or a directory whose .yaml files are profiles.")
  @SuppressWarnings("NullAway.Init")
  private Path path;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    List<Problem> problems = new ArrayList<>();
    List<Path> files = files();
    for (Path file : files) {
      problems.addAll(Profiles.check(text(file), file.toString()));
    }
    DossierArgument.print(problems, out);
    out.println(
        files.size()
            + (files.size() == 1 ? " profile, " : " profiles, ")
            + problems.size()
            + (problems.size() == 1 ? " problem." : " problems."));
    return (problems.isEmpty() ? ExitCode.OK : ExitCode.DOSSIER).code();
  }

  private static String text(Path file) throws IOException {
    if (Files.size(file) > MOST) {
      throw new CliException(
          ExitCode.USAGE, Message.of("PLB-C505", "file", Text.safe(file.toString())));
    }
    try {
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw new CliException(
          ExitCode.USAGE, Message.of("PLB-C506", "file", Text.safe(file.toString())));
    }
  }

  private List<Path> files() throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> inside = Files.list(path)) {
      List<Path> found =
          inside
              .filter(f -> f.toString().endsWith(".yaml"))
              .filter(Files::isRegularFile)
              .sorted()
              .toList();
      if (found.isEmpty()) {
        throw new CliException(
            ExitCode.USAGE, Message.of("PLB-C507", "folder", Text.safe(path.toString())));
      }
      return found;
    }
  }
}
