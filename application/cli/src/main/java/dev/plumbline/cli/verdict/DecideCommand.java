package dev.plumbline.cli.verdict;

import dev.plumbline.app.AssessedDossier;
import dev.plumbline.app.Assessor;
import dev.plumbline.app.Deciding;
import dev.plumbline.app.DecidingMany;
import dev.plumbline.app.PolicyChoice;
import dev.plumbline.app.message.Message;
import dev.plumbline.app.team.DecisionRecorder;
import dev.plumbline.app.team.RecordingResult;
import dev.plumbline.app.workspace.Workspace.Opened;
import dev.plumbline.cli.option.AuthorOption;
import dev.plumbline.cli.option.CliException;
import dev.plumbline.cli.option.DossierArgument;
import dev.plumbline.cli.option.ExitCode;
import dev.plumbline.core.Finding;
import dev.plumbline.core.ItemId;
import dev.plumbline.core.Verdict;
import dev.plumbline.view.DecisionText;
import dev.plumbline.view.Text;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
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

/** {@code plumbline decide DIR ITEM}, and {@code decide DIR --from FILE} for many. */
@Command(
    name = "decide",
    mixinStandardHelpOptions = true,
    description = {
      "Records what a person decided about a test item. A machine's finding stays on record beside"
          + " it.",
      "With --from it records the verdicts of a table (unit, subject, verdict, reason, by,"
          + " evidence) or of documents that judge test units: all or none, each under the rules of"
          + " a single one, as decisions of the person whom the file names."
    },
    footer = {
      "",
      "Example:",
      "  plumbline decide my-camera 5.6-3-2a@15-PhyIntf/USB --verdict PASS --by 'A. Assessor' \\",
      "      --because 'No connector is reachable without opening the casing.' --evidence photo.jpg",
      "  plumbline decide my-camera 5.3-9-1a@7-UpdMech/UpdMech-2 --verdict PASS --overrule \\",
      "      --by 'A. Assessor' --because 'The image never leaves the casing.'",
      "  plumbline export my-camera --verdicts -o verdicts.csv      a table to fill in",
      "  plumbline decide my-camera --from verdicts.csv --dry-run   what it would record",
      "  plumbline decide my-camera --from assessment --by 'A. Assessor'   a folder of Markdown"
    })
public final class DecideCommand implements Callable<Integer> {
  @Mixin
  @SuppressWarnings("NullAway.Init")
  private DossierArgument dossier;

  @Parameters(index = "1", arity = "0..1", paramLabel = "ITEM", description = "UNIT@SUBJECT.")
  private Optional<String> item = Optional.empty();

  @Option(
      names = "--from",
      paramLabel = "FILE",
      description =
          "A table (.csv, .xlsx, .ods, .md), a document that judges test units (.md, .docx, .odt),"
              + " or a folder of such documents.")
  private Optional<Path> from = Optional.empty();

  @Option(
      names = "--partial",
      description = "With --from: record what can be recorded, although other rows cannot.")
  private boolean partial;

  @Option(names = "--dry-run", description = "With --from: say what would be recorded.")
  private boolean dryRun;

  @Option(
      names = "--verdict",
      paramLabel = "V",
      description = "PASS, FAIL, INCONCLUSIVE or NOT_APPLICABLE.")
  private Optional<Verdict> verdict = Optional.empty();

  @Option(
      names = "--by",
      paramLabel = "NAME",
      description = "Who decides; with --from, where the file names nobody.")
  private Optional<String> by = Optional.empty();

  @Option(
      names = "--overrule",
      description =
          "With --verdict PASS: the rule that fails the item from the declaration alone is wrong"
              + " about this product; the record and the report say so.")
  private boolean overrule;

  @Option(names = "--because", paramLabel = "TEXT", description = "Why.")
  private Optional<String> because = Optional.empty();

  @Option(names = "--remedy", paramLabel = "TEXT", description = "For FAIL: what to do about it.")
  private String remedy = "See the reason.";

  @Option(
      names = "--evidence",
      paramLabel = "FILE",
      description = "A file to keep with the decision; may be given several times.")
  private List<Path> evidence = List.of();

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private AuthorOption author;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (from.isPresent()) {
      return many(from.get());
    }
    if (item.isEmpty() || verdict.isEmpty() || by.isEmpty() || because.isEmpty()) {
      throw new CliException(ExitCode.USAGE, Message.of("PLB-C309"));
    }
    return one(item.get(), because.get(), by.get());
  }

  private int one(String named, String reason, String person) throws IOException {
    if (reason.isBlank() || person.isBlank()) {
      throw new CliException(ExitCode.USAGE, Message.of("PLB-C310"));
    }
    PrintWriter out = spec.commandLine().getOut();
    AssessedDossier before = assessed();
    ItemId id = before.id(named);
    AuthorOption.demandStored(record(before, id, reason, person));
    DecisionText.recorded(assessed(), id).forEach(out::println);
    return ExitCode.OK.code();
  }

  private AssessedDossier assessed() {
    return dossier.assessed(PolicyChoice.USUAL, spec.commandLine().getErr());
  }

  private RecordingResult<?> record(AssessedDossier before, ItemId id, String reason, String person)
      throws IOException {
    Instant now = Instant.now(Clock.systemUTC());
    DecisionRecorder recorder = author.recorder(before.workspace(), person);
    if (!overrule) {
      return Deciding.decide(
          recorder, before.seen(), before.result(), id, finding(reason), evidence, now);
    }
    if (verdict.filter(v -> v == Verdict.PASS).isEmpty() || !evidence.isEmpty()) {
      throw new CliException(ExitCode.USAGE, Message.of("PLB-C311"));
    }
    return Deciding.overrule(recorder, before.seen(), before.result(), id, reason, now);
  }

  private int many(Path file) throws IOException {
    if (overrule) {
      throw new CliException(ExitCode.USAGE, Message.of("PLB-C312"));
    }
    if (item.isPresent() || verdict.isPresent() || because.isPresent() || !evidence.isEmpty()) {
      throw new CliException(ExitCode.USAGE, Message.of("PLB-C313"));
    }
    PrintWriter out = spec.commandLine().getOut();
    Opened opened = opened();
    Assessor assessor = Assessor.of(opened.workspace().orElseThrow());
    AssessedDossier before = assessed(opened, assessor);
    DecidingMany.Read read = DecidingMany.read(file, before.result(), by);
    DossierArgument.print(read.problems(), out);
    boolean record = !dryRun && !read.wanted().isEmpty() && (partial || read.problems().isEmpty());
    if (record) {
      AuthorOption.demandStored(
          DecidingMany.record(
              author.recorder(before.workspace(), assessor, read.wanted().getFirst().by()),
              before.seen(),
              read.wanted(),
              Instant.now(Clock.systemUTC())));
    }
    out.println(
        (record ? "Recorded " : dryRun ? "Would record " : "Nothing was recorded. Ready are ")
            + Text.count(read.wanted().size(), "decision")
            + DecisionText.people(read)
            + (read.known() > 0 ? "; " + read.known() + " stand on record already" : "")
            + (read.problems().isEmpty()
                ? "."
                : "; " + Text.count(read.problems().size(), "problem") + " above."));
    if (record) {
      DecisionText.overruled(read, assessed(opened(), assessor)).forEach(out::println);
    }
    return (read.problems().isEmpty() ? ExitCode.OK : ExitCode.DOSSIER).code();
  }

  private Opened opened() {
    return dossier.judgeableWithoutWarnings(spec.commandLine().getErr());
  }

  private static AssessedDossier assessed(Opened opened, Assessor assessor) {
    LocalDate today = LocalDate.now(Clock.systemUTC());
    return AssessedDossier.of(opened, assessor, PolicyChoice.USUAL, today);
  }

  private Finding finding(String reason) {
    return switch (verdict.orElseThrow()) {
      case PASS -> new Finding.Holds(reason);
      case FAIL -> new Finding.Violated(reason, remedy);
      case INCONCLUSIVE -> new Finding.Undetermined(reason);
      case NOT_APPLICABLE -> new Finding.NotApplicable(reason);
    };
  }
}
