package dev.plumbline.cli.verdict;

import dev.plumbline.app.AssessedDossier;
import dev.plumbline.app.PolicyChoice;
import dev.plumbline.app.Walk;
import dev.plumbline.app.original.OriginalWordings;
import dev.plumbline.app.walk.WalkRecorder;
import dev.plumbline.cli.option.AuthorOption;
import dev.plumbline.cli.option.DossierArgument;
import dev.plumbline.cli.option.ExitCode;
import dev.plumbline.cli.option.FormatOption;
import dev.plumbline.view.Json;
import dev.plumbline.view.Style;
import dev.plumbline.view.WalkView;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plumbline walk DIR}. */
@Command(
    name = "walk",
    mixinStandardHelpOptions = true,
    description =
        "Leads a person through the items that wait for one, station by station, with a work card"
            + " each: what to do, what to look for, what to record, what was gathered already.",
    footer = {
      "",
      "Each decision is kept at once; stop with Ctrl-C or 'q' and start again to go on.",
      "Keys: p f i n decide, y accepts the suggestion, h a stale decision still holds, s goes on,",
      "b back, u takes the last decision back, 12 or j ITEM jumps, /TEXT searches, g groups by row.",
      "Of a photo, the original and a copy without place and time are kept.",
      "",
      "Examples:",
      "  plumbline walk my-camera --by 'A. Assessor'",
      "  plumbline walk my-camera --station opened       only what needs the casing open",
      "  plumbline walk my-camera --cards > cards.txt    print the cards and ask nothing",
      "  plumbline walk my-camera --cards --all          the cards of every item"
    })
public final class WalkCommand implements Callable<Integer> {
  @Mixin
  @SuppressWarnings("NullAway.Init")
  private DossierArgument dossier;

  @Option(names = "--by", paramLabel = "NAME", description = "Who decides; asked for otherwise.")
  private Optional<String> by = Optional.empty();

  @Option(names = "--station", paramLabel = "ID", description = "Only this station.")
  private Optional<String> station = Optional.empty();

  /** The order of the cards. */
  enum Order {
    STATION,
    ROW
  }

  @Option(
      names = "--order",
      paramLabel = "ORDER",
      defaultValue = "station",
      description =
          "station (default): each state of the device is set up once; row: all items of a row of"
              + " the IXIT together.")
  @SuppressWarnings("NullAway.Init")
  private Order order;

  @Option(names = "--cards", description = "Print the cards and ask nothing.")
  private boolean cards;

  @Option(names = "--all", description = "With --cards: decided items too.")
  private boolean all;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private FormatOption format;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private AuthorOption author;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    AssessedDossier assessed = dossier.assessed(PolicyChoice.USUAL, spec.commandLine().getErr());
    Walk walk = Walk.of(assessed, all, station);
    WalkView view = new WalkView(walk, OriginalWordings.of(assessed.edition(), System.getenv()));
    if (format.json()) {
      out.println(Json.of(view.json()));
      return ExitCode.OK.code();
    }
    view.overview(out);
    if (cards) {
      for (int i = 0; i < walk.ids().size(); i++) {
        view.card(i, Style.ofTerminal(), out);
      }
      return ExitCode.OK.code();
    }
    return walk(assessed, walk, view, out).code();
  }

  private ExitCode walk(AssessedDossier before, Walk walk, WalkView view, PrintWriter out)
      throws IOException {
    WalkDialogue asking =
        new WalkDialogue(
            out, new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())));
    Optional<String> name = by.isPresent() ? by : asking.line("Your name (q to stop): ");
    if (name.isEmpty()) {
      return ExitCode.UNDECIDED;
    }
    WalkRecorder recorder =
        new WalkRecorder(
            author.recorder(before.workspace(), name.get()),
            before,
            () -> dossier.assessed(PolicyChoice.USUAL, spec.commandLine().getErr()));
    Optional<Integer> open = new WalkSession(walk, view, order == Order.ROW, asking, recorder).go();
    if (open.isEmpty()) {
      out.println("Stopped; start again to go on.");
      return ExitCode.UNDECIDED;
    }
    out.println(
        open.get() == 0
            ? "Done. 'plumbline judge " + dossier.directory() + "' shows the verdicts."
            : open.get() + " left open; start again to go on.");
    return open.get() == 0 ? ExitCode.OK : ExitCode.UNDECIDED;
  }
}
