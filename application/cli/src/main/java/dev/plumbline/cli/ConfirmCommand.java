package dev.plumbline.cli;

import dev.plumbline.app.Confirmation;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.app.workspace.Workspace.Opened;
import dev.plumbline.catalogue.CryptoPolicies;
import dev.plumbline.core.Finding;
import dev.plumbline.core.ItemId;
import dev.plumbline.judging.Assessment;
import dev.plumbline.judging.Judged;
import dev.plumbline.reports.Words;
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
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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
final class ConfirmCommand implements Callable<Integer> {
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
      throw new CliException(ExitCode.USAGE, "A confirmation needs a name and a reason.");
    }
    if (yes && items.isEmpty() && !all) {
      throw new CliException(ExitCode.USAGE, "--yes requires ITEMs or --all.");
    }
    PrintWriter out = spec.commandLine().getOut();
    Opened opened = dossier.judgeable(spec.commandLine().getErr());
    Assessment before = Judging.judge(opened, CryptoPolicies.load());
    List<Judged> searched = items.isEmpty() ? searched(before) : named(before);
    if (searched.isEmpty()) {
      out.println("No item waits for a confirmation.");
      return ExitCode.OK.code();
    }
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
    List<Judged> agreed =
        items.isEmpty() && !all ? oneByOne(searched, in, out) : together(searched, in, out);
    if (!agreed.isEmpty()) {
      Workspace workspace = opened.workspace().orElseThrow();
      AuthorOption.demandStored(
          Confirmation.record(
              author.recorder(workspace, by),
              workspace.dossier(),
              agreed,
              because,
              Instant.now(Clock.systemUTC())));
      verdicts(agreed, out);
    }
    int left = searched.size() - agreed.size();
    out.println(
        agreed.size()
            + " confirmed"
            + (left == 0 ? "." : ", " + left + " left as searched, which is not a pass."));
    return left == 0 ? ExitCode.OK.code() : ExitCode.UNDECIDED.code();
  }

  private static List<Judged> searched(Assessment result) {
    return result.items().filter(Confirmation::isOpen).toList();
  }

  private List<Judged> named(Assessment result) {
    List<Judged> named = new ArrayList<>();
    for (String name : items) {
      ItemId id = Items.find(result, name);
      Judged item = result.items().filter(i -> i.item().id().equals(id)).findFirst().orElseThrow();
      if (!Confirmation.isOpen(item)) {
        throw new CliException(
            ExitCode.USAGE,
            id
                + " is "
                + Words.verdict(item.verdict())
                + " and not searched, so there is no search to confirm. To decide it yourself:"
                + " plumbline decide.");
      }
      named.add(item);
    }
    return named;
  }

  private static List<Judged> oneByOne(List<Judged> searched, BufferedReader in, PrintWriter out)
      throws IOException {
    List<Judged> agreed = new ArrayList<>();
    for (Judged item : searched) {
      show(item, out);
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

  private List<Judged> together(List<Judged> searched, BufferedReader in, PrintWriter out)
      throws IOException {
    searched.forEach(i -> show(i, out));
    if (yes) {
      return searched;
    }
    String asked = "Confirm " + (searched.size() == 1 ? "it" : "these " + searched.size());
    return line(asked + "? [y/N] ", in, out).filter("y"::equals).isPresent() ? searched : List.of();
  }

  private static Optional<String> line(String prompt, BufferedReader in, PrintWriter out)
      throws IOException {
    out.print(prompt);
    out.flush();
    @Nullable String line = in.readLine();
    out.println();
    return Optional.ofNullable(line).map(l -> l.strip().toLowerCase(java.util.Locale.ROOT));
  }

  private static void show(Judged item, PrintWriter out) {
    out.println();
    out.println(Text.safe(item.item().id() + ": " + item.item().unit().check()));
    out.println(Text.wrap(Text.safe(item.finding().reason()), "  "));
    if (item.finding() instanceof Finding.Searched s) {
      out.println("  Looked at:");
      s.lookedAt().forEach(p -> out.println(Text.wrap(Text.safe(p), "    ")));
      out.println("  Not looked at:");
      List<String> left =
          s.notLookedAt().isEmpty()
              ? List.of("nothing that is known; other places can exist")
              : s.notLookedAt();
      left.forEach(p -> out.println(Text.wrap(Text.safe(p), "    ")));
    }
  }

  /** Says what became of those whose confirmation does not count. */
  private void verdicts(List<Judged> agreed, PrintWriter out) {
    Set<ItemId> ids = agreed.stream().map(i -> i.item().id()).collect(Collectors.toSet());
    Judging.judge(dossier.judgeable(spec.commandLine().getErr()), CryptoPolicies.load())
        .items()
        .filter(i -> ids.contains(i.item().id()))
        .filter(Confirmation::isOpen)
        .forEach(
            i ->
                out.println(
                    Text.safe(
                        i.item().id()
                            + " stays searched: the observations have no evidence file; decide it"
                            + " with --evidence.")));
  }
}
