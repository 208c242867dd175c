package dev.plumbline.cli.team;

import dev.plumbline.app.message.Message;
import dev.plumbline.app.team.RecordingResult;
import dev.plumbline.app.team.TeamRecorder;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.cli.option.AuthorOption;
import dev.plumbline.cli.option.CliException;
import dev.plumbline.cli.option.ExitCode;
import dev.plumbline.core.Digest;
import dev.plumbline.view.TeamText;
import dev.plumbline.view.Text;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a person says, and who says it; without either the command shows what there is. */
final class StatementOptions {
  @Option(names = "--by", paramLabel = "NAME", description = "Who says it.")
  private Optional<String> by = Optional.empty();

  @Option(names = "--because", paramLabel = "TEXT", description = "What is said, or why.")
  private Optional<String> because = Optional.empty();

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private AuthorOption author;

  /** Whether anything is to be recorded. */
  boolean isGiven() {
    return by.isPresent() || because.isPresent();
  }

  String text() {
    return demand(because, "--because TEXT");
  }

  TeamRecorder recorder(Workspace workspace) throws IOException {
    return TeamRecorder.of(author.recorder(workspace, demand(by, "--by NAME")));
  }

  /** The value of an option that is needed to record. */
  static String demand(Optional<String> value, String option) {
    return value
        .filter(v -> !v.isBlank())
        .orElseThrow(
            () -> new CliException(ExitCode.USAGE, Message.of("PLB-C707", "option", option)));
  }

  /** The one digest that begins as a person writes it. */
  static Digest digest(List<Digest> known, String begin, String what) {
    List<Digest> meant =
        begin.length() < 8
            ? List.of()
            : known.stream().filter(d -> d.hex().startsWith(begin)).distinct().toList();
    if (meant.size() != 1) {
      throw new CliException(
          ExitCode.USAGE, Message.of("PLB-C708", "kind", what, "digest", Text.safe(begin)));
    }
    return meant.getFirst();
  }

  /** Tells that it was stored, and with which key it was signed. */
  static int stored(RecordingResult<?> result, TeamRecorder recorder, PrintWriter out) {
    AuthorOption.demandStored(result);
    out.println(Text.safe(TeamText.recorded(recorder)));
    return ExitCode.OK.code();
  }

  static void print(List<String> lines, PrintWriter out) {
    lines.forEach(l -> out.println(Text.safe(l)));
  }
}
