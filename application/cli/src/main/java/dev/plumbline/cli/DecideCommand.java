package dev.plumbline.cli;

import dev.plumbline.app.Deciding;
import dev.plumbline.app.workspace.Workspace.Opened;
import dev.plumbline.catalogue.CryptoPolicies;
import dev.plumbline.core.Finding;
import dev.plumbline.core.ItemId;
import dev.plumbline.core.Verdict;
import dev.plumbline.judging.Assessment;
import dev.plumbline.judging.Judged;
import dev.plumbline.reports.Words;
import dev.plumbline.view.Text;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumbline decide DIR ITEM}. */
@Command(
    name = "decide",
    mixinStandardHelpOptions = true,
    description =
        "Records what a person decided about a test item. A machine's finding stays on record beside it.",
    footer = {
      "",
      "Example:",
      "  plumbline decide my-camera 5.6-3-2a@15-PhyIntf/USB --verdict PASS --by 'A. Assessor' \\",
      "      --because 'No connector is reachable without opening the casing.' --evidence photo.jpg"
    })
final class DecideCommand implements Callable<Integer> {
  @Mixin
  @SuppressWarnings("NullAway.Init")
  private DossierArgument dossier;

  @Parameters(index = "1", paramLabel = "ITEM", description = "UNIT@SUBJECT.")
  @SuppressWarnings("NullAway.Init")
  private String item;

  @Option(
      names = "--verdict",
      required = true,
      paramLabel = "V",
      description = "PASS, FAIL, INCONCLUSIVE or NOT_APPLICABLE.")
  @SuppressWarnings("NullAway.Init")
  private Verdict verdict;

  @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who decides.")
  @SuppressWarnings("NullAway.Init")
  private String by;

  @Option(names = "--because", required = true, paramLabel = "TEXT", description = "Why.")
  @SuppressWarnings("NullAway.Init")
  private String because;

  @Option(names = "--remedy", paramLabel = "TEXT", description = "For FAIL: what to do about it.")
  private String remedy = "See the reason.";

  @Option(
      names = "--evidence",
      paramLabel = "FILE",
      description = "A file to keep with the decision; may be given several times.")
  private List<Path> evidence = List.of();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (because.isBlank() || by.isBlank()) {
      throw new CliException(ExitCode.USAGE, "A decision needs a name and a reason.");
    }
    PrintWriter out = spec.commandLine().getOut();
    Opened opened = dossier.judgeable(spec.commandLine().getErr());
    Assessment before = Judging.judge(opened, CryptoPolicies.load());
    ItemId id = Items.find(before, item);
    Deciding.decide(
        opened.workspace().orElseThrow(),
        before,
        id,
        finding(),
        by,
        evidence,
        Instant.now(Clock.systemUTC()));
    Opened after = dossier.judgeable(spec.commandLine().getErr());
    Judged now =
        Judging.judge(after, CryptoPolicies.load())
            .items()
            .filter(i -> i.item().id().equals(id))
            .findFirst()
            .orElseThrow();
    out.println(
        "Recorded. "
            + id
            + " is now "
            + Words.verdict(now.verdict())
            + ": "
            + Text.safe(now.finding().reason()));
    now.machine()
        .ifPresent(
            m -> out.println("The machine's finding stays on record: " + Text.safe(m.reason())));
    return ExitCode.OK.code();
  }

  private Finding finding() {
    return switch (verdict) {
      case PASS -> new Finding.Holds(because);
      case FAIL -> new Finding.Violated(because, remedy);
      case INCONCLUSIVE -> new Finding.Undetermined(because);
      case NOT_APPLICABLE -> new Finding.NotApplicable(because);
    };
  }
}
