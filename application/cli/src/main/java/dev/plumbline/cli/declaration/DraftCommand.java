package dev.plumbline.cli.declaration;

import dev.plumbline.app.draft.Drafting;
import dev.plumbline.app.draft.Proposal;
import dev.plumbline.app.message.Message;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.cli.option.CliException;
import dev.plumbline.cli.option.DossierArgument;
import dev.plumbline.cli.option.ExitCode;
import dev.plumbline.view.Json;
import dev.plumbline.view.Style;
import dev.plumbline.view.Text;
import dev.plumbline.view.gathering.DraftText;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plumbline draft DIR}. */
@Command(
    name = "draft",
    mixinStandardHelpOptions = true,
    description =
        "Proposes rows and cells of the IXIT from what was observed and imported, and writes those"
            + " that you accept. Cells that have a value are never changed.",
    footer = {
      "",
      "In a terminal it asks for each proposal; otherwise it lists them with their numbers.",
      "",
      "Examples:",
      "  plumbline draft my-camera",
      "  plumbline draft my-camera --accept 1,3-5",
      "  plumbline draft my-camera --from last-camera --accept-all",
      "  plumbline draft my-camera --confirm",
      "",
      "--accept-all marks each cell as proposed: it is not declared before you confirm it. A check",
      "that compares a drafted value with the device it came from proves nothing; it is searched",
      "at most, until a person confirms it."
    })
public final class DraftCommand implements Callable<Integer> {
  @Mixin
  @SuppressWarnings("NullAway.Init")
  private DossierArgument dossier;

  @Option(
      names = "--from",
      paramLabel = "OTHER_DIR",
      description = "Also take over what this dossier declares, such as that of the last product.")
  private Optional<Path> earlier = Optional.empty();

  @Option(
      names = "--accept",
      paramLabel = "NUMBERS",
      description = "Write these proposals, such as 1,3-5.")
  private Optional<String> accept = Optional.empty();

  @Option(names = "--accept-all", description = "Write all, each marked as proposed.")
  private boolean all;

  @Option(names = "--confirm", description = "Declare all cells that are marked as proposed.")
  private boolean confirm;

  @Option(names = "--list", description = "List the proposals and ask nothing.")
  private boolean list;

  @Option(names = "--json", description = "List the proposals as JSON.")
  private boolean json;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if ((accept.isPresent() ? 1 : 0) + (all ? 1 : 0) + (confirm ? 1 : 0) > 1) {
      throw new CliException(ExitCode.USAGE, Message.of("PLB-C201"));
    }
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Workspace workspace = dossier.usable(err);
    if (confirm) {
      int cells = Drafting.confirm(workspace, LocalDate.now(Clock.systemUTC()));
      out.println(Text.count(cells, "cell") + " confirmed. Next: " + check());
      return ExitCode.OK.code();
    }
    Drafting.Offer offer =
        Drafting.offer(workspace, earlier.map(d -> DossierArgument.usable(d, err)));
    List<Proposal> proposals = offer.proposals();
    if (json) {
      out.println(Json.of(DraftText.json(proposals)));
      return ExitCode.OK.code();
    }
    if (proposals.isEmpty()) {
      out.println(
          "No proposals. Test the device or import files of tools first: plumbline test, plumbline"
              + " import.");
      return ExitCode.OK.code();
    }
    if (all || accept.isPresent()) {
      write(offer, all ? proposals : numbered(proposals, accept.orElseThrow()), out);
    } else if (!list && isTerminal()) {
      BufferedReader in =
          new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
      write(offer, new DraftDialogue(in, out).accepted(proposals), out);
    } else {
      DraftText.lines(proposals, Style.ofTerminal()).forEach(out::println);
      out.println();
      out.println(
          Text.count(proposals.size(), "proposal")
              + ". Write some with --accept 1,3-5, or all with --accept-all.");
    }
    return ExitCode.OK.code();
  }

  private void write(Drafting.Offer offer, List<Proposal> accepted, PrintWriter out)
      throws IOException {
    if (!accepted.isEmpty()) {
      offer.accept(accepted, all);
    }
    out.println(
        Text.count(accepted.size(), "cell")
            + " written"
            + (all ? " and marked as proposed. Check them, then run draft with --confirm." : ".")
            + " Next: "
            + check());
  }

  private String check() {
    return "plumbline check " + Text.safe(dossier.directory().toString());
  }

  private static boolean isTerminal() {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
  }

  /** Such as 1,3-5. */
  static List<Proposal> numbered(List<Proposal> proposals, String numbers) {
    TreeSet<Integer> wanted = new TreeSet<>();
    for (String part : numbers.split(",")) {
      String range = part.strip();
      if (!range.matches("\\d{1,6}(-\\d{1,6})?")) {
        throw new CliException(ExitCode.USAGE, Message.of("PLB-C202", "range", Text.safe(range)));
      }
      List<Integer> ends = new ArrayList<>();
      for (String end : range.split("-")) {
        ends.add(Integer.valueOf(end));
      }
      if (ends.getFirst() < 1
          || ends.getLast() > proposals.size()
          || ends.getFirst() > ends.getLast()) {
        throw new CliException(
            ExitCode.USAGE,
            Message.of("PLB-C203", "range", range, "last", Integer.toString(proposals.size())));
      }
      for (int n = ends.getFirst(); n <= ends.getLast(); n++) {
        wanted.add(n);
      }
    }
    return wanted.stream().map(n -> proposals.get(n - 1)).toList();
  }
}
