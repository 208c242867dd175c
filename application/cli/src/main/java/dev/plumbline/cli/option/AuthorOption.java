package dev.plumbline.cli.option;

import dev.plumbline.app.Assessor;
import dev.plumbline.app.OpenedState;
import dev.plumbline.app.PolicyChoice;
import dev.plumbline.app.message.Message;
import dev.plumbline.app.team.AuthorKeys;
import dev.plumbline.app.team.DecisionRecorder;
import dev.plumbline.app.team.RecordingResult;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.view.Text;
import dev.plumbline.view.gathering.RecordingText;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** The option that says where the key is that signs what a person records. */
public final class AuthorOption {
  @Option(
      names = "--keys",
      paramLabel = "FOLDER",
      description =
          "Folder of the key that signs for you (default: keys below PLUMBLINE_CONFIG, else"
              + " ~/.config/plumbline/keys); made at first use.")
  private Optional<Path> folder = Optional.empty();

  /** The keys of the person who works here. */
  public AuthorKeys keys() {
    return folder.map(AuthorKeys::new).orElseGet(() -> AuthorKeys.of(System.getenv()));
  }

  /** Who records decisions in a dossier. */
  public DecisionRecorder recorder(Workspace workspace, String by) throws IOException {
    return recorder(workspace, Assessor.of(workspace), by);
  }

  /**
   * The same.
   *
   * @param assessor of the edition of the dossier
   */
  public DecisionRecorder recorder(Workspace workspace, Assessor assessor, String by)
      throws IOException {
    return new DecisionRecorder(
        workspace.folder(),
        new OpenedState(
            workspace.directory(),
            assessor,
            PolicyChoice.USUAL.policy(),
            LocalDate.now(Clock.systemUTC())),
        keys().signer(by, workspace.directory()));
  }

  /** Ends the command where nothing was stored. */
  public static void demandStored(RecordingResult<?> recording) {
    if (!(recording instanceof RecordingResult.Stored<?>)) {
      throw new CliException(
          recording instanceof RecordingResult.Refused<?> ? ExitCode.USAGE : ExitCode.CONFLICT,
          Message.of(
              "PLB-C701",
              "reasons",
              RecordingText.refusal(recording).stream()
                  .map(Text::safe)
                  .collect(Collectors.joining("\n"))));
    }
  }
}
