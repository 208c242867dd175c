package dev.plumbline.cli.verdict;

import dev.plumbline.app.Comparing;
import dev.plumbline.app.DossierState;
import dev.plumbline.app.message.Message;
import dev.plumbline.app.workspace.Workspace.Opened;
import dev.plumbline.cli.option.CliException;
import dev.plumbline.cli.option.DossierArgument;
import dev.plumbline.cli.option.ExitCode;
import dev.plumbline.cli.option.PolicyOption;
import dev.plumbline.core.disk.WholeFile;
import dev.plumbline.view.Json;
import dev.plumbline.view.Style;
import dev.plumbline.view.Text;
import dev.plumbline.view.edition.DiffView;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumbline diff A B}. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description = {
      "Shows what differs between two states of a dossier in the words of the standard, and which"
          + " verdicts that touches. Touches no device.",
      "Both sides are judged for today under the same crypto policy."
    },
    footer = {
      "",
      "Examples:",
      "  plumbline diff my-camera my-camera-2             two directories",
      "  plumbline diff my-camera@v1.0 my-camera          a revision of git, and the files as they"
          + " are",
      "  plumbline diff my-camera --from v1.0 --to HEAD",
      "  plumbline diff my-camera --from HEAD             what is not committed",
      "  plumbline diff my-camera@v1.0 my-camera --format html -o changes.html"
    })
public final class DiffCommand implements Callable<Integer> {
  /** Form of what is printed. */
  enum Form {
    TEXT,
    JSON,
    HTML
  }

  @Parameters(
      arity = "1..2",
      paramLabel = "DIR[@REV]",
      description = "A dossier, or what it was at a revision of git: before, then after.")
  @SuppressWarnings("NullAway.Init")
  private List<String> states;

  @Option(names = "--from", paramLabel = "REV", description = "Revision of git before.")
  private Optional<String> from = Optional.empty();

  @Option(
      names = "--to",
      paramLabel = "REV",
      description = "Revision of git after; the files as they are by default.")
  private Optional<String> to = Optional.empty();

  @Option(
      names = "--format",
      paramLabel = "FORM",
      defaultValue = "text",
      description = "text (default), json or html.")
  @SuppressWarnings("NullAway.Init")
  private Form format;

  @Option(names = "-o", paramLabel = "FILE", description = "Write to a file.")
  private Optional<Path> file = Optional.empty();

  /** The spelling of earlier versions. */
  @Option(names = "--out", hidden = true)
  private Optional<Path> earlier = Optional.empty();

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private PolicyOption policy;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    DossierState before = before();
    DossierState after = after();
    LocalDate today = LocalDate.now(Clock.systemUTC());
    DiffView view =
        new DiffView(
            before.name(),
            after.name(),
            Comparing.compare(
                open(before, today), open(after, today), policy.choice().policy(), today));
    String text =
        switch (format) {
          case JSON -> Json.of(view.json());
          case HTML -> view.page();
          case TEXT -> view.text(chosen().isPresent() ? new Style(false) : Style.ofTerminal());
        };
    PrintWriter out = spec.commandLine().getOut();
    if (chosen().isPresent()) {
      WholeFile.write(chosen().get(), text.stripTrailing() + "\n");
      out.println(chosen().get());
    } else {
      out.println(text.stripTrailing());
    }
    return ExitCode.OK.code();
  }

  private DossierState before() {
    if (states.size() == 2) {
      if (from.isPresent() || to.isPresent()) {
        throw new CliException(ExitCode.USAGE, Message.of("PLB-C301"));
      }
      return DossierState.of(states.getFirst());
    }
    return new DossierState(
        Path.of(states.getFirst()),
        Optional.of(
            from.orElseThrow(() -> new CliException(ExitCode.USAGE, Message.of("PLB-C302")))));
  }

  private DossierState after() {
    return states.size() == 2
        ? DossierState.of(states.get(1))
        : new DossierState(Path.of(states.getFirst()), to);
  }

  private Opened open(DossierState state, LocalDate today) {
    Opened opened;
    try {
      opened = state.open(today);
    } catch (IOException e) {
      throw new CliException(
          ExitCode.USAGE,
          Message.of("PLB-C106", "reason", Text.safe(String.valueOf(e.getMessage()))));
    }
    if (opened.workspace().isEmpty()) {
      PrintWriter err = spec.commandLine().getErr();
      DossierArgument.print(opened.problems(), err);
      throw new CliException(
          ExitCode.DOSSIER, Message.of("PLB-C105", "state", Text.safe(state.name())));
    }
    return opened;
  }

  private Optional<Path> chosen() {
    return file.or(() -> earlier);
  }
}
