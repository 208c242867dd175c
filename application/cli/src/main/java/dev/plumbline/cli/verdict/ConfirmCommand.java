package dev.plumbline.cli.verdict;

import dev.plumbline.app.AssessedDossier;
import dev.plumbline.app.PolicyChoice;
import dev.plumbline.app.Searches;
import dev.plumbline.app.message.Message;
import dev.plumbline.cli.option.AuthorOption;
import dev.plumbline.cli.option.CliException;
import dev.plumbline.cli.option.DossierArgument;
import dev.plumbline.cli.option.ExitCode;
import dev.plumbline.core.ItemId;
import dev.plumbline.view.SearchText;
import dev.plumbline.view.Text;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumbline confirm DIR [ITEM…]}. */
@Command(
    name = "confirm",
    mixinStandardHelpOptions = true,
    description =
        "Confirms items that were searched without finding anything: shows for each what was looked"
            + " at and what was not, then records a pass by a person. Becomes stale when what was"
            + " searched changes.",
    footer = {
      "",
      "Examples:",
      "  plumbline confirm my-camera --by 'A. Assessor' --because 'The search covers the product.'",
      "      asks for each searched item",
      "  plumbline confirm my-camera 5.6-1-2c@DUT --by 'A. Assessor' --because 'Seen.' --yes",
      "  plumbline confirm my-camera --all --by 'A. Assessor' --because 'I read each list.'",
      "",
      "To undo it, decide again: plumbline decide DIR ITEM --verdict INCONCLUSIVE …"
    })
public final class ConfirmCommand implements Callable<Integer> {
  @Mixin
  @SuppressWarnings("NullAway.Init")
  private DossierArgument dossier;

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "ITEM",
      description = "UNIT@SUBJECT; none to go through all searched items.")
  private List<String> items = List.of();

  @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who confirms.")
  @SuppressWarnings("NullAway.Init")
  private String by;

  @Option(names = "--because", required = true, paramLabel = "TEXT", description = "Why.")
  @SuppressWarnings("NullAway.Init")
  private String because;

  @Option(names = "--all", description = "All searched items, with one question.")
  private boolean all;

  @Option(names = "--yes", description = "Ask nothing; for ITEMs and with --all.")
  private boolean yes;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private AuthorOption author;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (because.isBlank() || by.isBlank()) {
      throw new CliException(ExitCode.USAGE, Message.of("PLB-C307"));
    }
    if (yes && items.isEmpty() && !all) {
      throw new CliException(ExitCode.USAGE, Message.of("PLB-C308"));
    }
    PrintWriter out = spec.commandLine().getOut();
    AssessedDossier before = assessed();
    Searches searches = items.isEmpty() ? Searches.open(before) : Searches.named(before, items);
    if (searches.ids().isEmpty()) {
      out.println("No item waits for a confirmation.");
      return ExitCode.OK.code();
    }
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
    List<ItemId> agreed =
        items.isEmpty() && !all ? oneByOne(searches, in, out) : together(searches, in, out);
    if (!agreed.isEmpty()) {
      AuthorOption.demandStored(
          searches.confirm(
              author.recorder(before.workspace(), by),
              agreed,
              because,
              Instant.now(Clock.systemUTC())));
      verdicts(agreed, out);
    }
    int left = searches.ids().size() - agreed.size();
    out.println(
        agreed.size()
            + " confirmed"
            + (left == 0 ? "." : ", " + left + " left as searched, which is not a pass."));
    return left == 0 ? ExitCode.OK.code() : ExitCode.UNDECIDED.code();
  }

  private AssessedDossier assessed() {
    return dossier.assessed(PolicyChoice.USUAL, spec.commandLine().getErr());
  }

  private static List<ItemId> oneByOne(Searches searches, BufferedReader in, PrintWriter out)
      throws IOException {
    List<ItemId> agreed = new ArrayList<>();
    for (ItemId item : searches.ids()) {
      new SearchText(searches).print(item, out);
      Optional<String> answer = line("y confirm, n leave, q stop: ", in, out);
      if (answer.isEmpty() || answer.get().equals("q")) {
        break;
      }
      if (answer.get().equals("y")) {
        agreed.add(item);
      }
    }
    return agreed;
  }

  private List<ItemId> together(Searches searches, BufferedReader in, PrintWriter out)
      throws IOException {
    List<ItemId> ids = searches.ids();
    ids.forEach(i -> new SearchText(searches).print(i, out));
    if (yes) {
      return ids;
    }
    String asked = "Confirm " + (ids.size() == 1 ? "it" : "these " + ids.size());
    return line(asked + "? [y/N] ", in, out).filter("y"::equals).isPresent() ? ids : List.of();
  }

  private static Optional<String> line(String prompt, BufferedReader in, PrintWriter out)
      throws IOException {
    out.print(prompt);
    out.flush();
    @Nullable String line = in.readLine();
    out.println();
    return Optional.ofNullable(line).map(l -> l.strip().toLowerCase(java.util.Locale.ROOT));
  }

  /** Says what became of those whose confirmation does not count. */
  private void verdicts(List<ItemId> agreed, PrintWriter out) {
    Searches.open(assessed()).ids().stream()
        .filter(agreed::contains)
        .forEach(
            id ->
                out.println(
                    Text.safe(
                        id
                            + " stays searched: the observations have no evidence file; decide it"
                            + " with --evidence.")));
  }
}
