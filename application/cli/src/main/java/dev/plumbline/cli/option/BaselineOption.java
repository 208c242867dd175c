package dev.plumbline.cli.option;

import dev.plumbline.app.Baseline;
import dev.plumbline.app.UnusableInputException;
import dev.plumbline.app.message.Message;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.view.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The result of before that a build is held against. */
public final class BaselineOption {
  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description =
          "A result.json of before. The exit code then tells what got worse: 10 something FAILs"
              + " that did not, 11 something else got worse, 0 nothing did.")
  private @Nullable Path file;

  @Option(
      names = "--honour-waivers",
      description =
          "With --baseline: a new FAIL whose risk is accepted, by a waiver in force, does not make"
              + " the exit code 10. It stays a FAIL in every report.")
  private boolean honourWaivers;

  /** Whether a new FAIL whose risk is accepted does not count for the exit code. */
  public boolean honoursWaivers() {
    return honourWaivers;
  }

  /**
   * The baseline, if one is named.
   *
   * @throws CliException if it cannot be compared with results of this dossier
   */
  public Optional<Baseline> read(Workspace workspace) throws IOException {
    if (file == null) {
      if (honourWaivers) {
        throw new CliException(ExitCode.USAGE, Message.of("PLB-C111"));
      }
      return Optional.empty();
    }
    try {
      Baseline baseline = Baseline.read(file);
      Optional<String> mismatch = baseline.mismatch(workspace);
      if (mismatch.isPresent()) {
        throw unusable(mismatch.get());
      }
      return Optional.of(baseline);
    } catch (UnusableInputException e) {
      throw unusable(String.valueOf(e.getMessage()));
    }
  }

  private CliException unusable(String why) {
    return new CliException(
        ExitCode.USAGE,
        Message.of("PLB-C110", "file", Text.safe(String.valueOf(file)), "reason", Text.safe(why)));
  }
}
