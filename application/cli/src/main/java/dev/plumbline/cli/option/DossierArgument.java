package dev.plumbline.cli.option;

import dev.plumbline.app.AssessedDossier;
import dev.plumbline.app.PolicyChoice;
import dev.plumbline.app.message.Message;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.app.workspace.Workspace.Opened;
import dev.plumbline.core.Problem;
import dev.plumbline.core.Severity;
import dev.plumbline.view.ProblemsText;
import dev.plumbline.view.Style;
import dev.plumbline.view.Text;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import picocli.CommandLine.Parameters;

/** The argument that names a dossier. */
public final class DossierArgument {
  @Parameters(paramLabel = "DIR", description = "Directory of the dossier.")
  @SuppressWarnings("NullAway.Init")
  private Path directory;

  public Path directory() {
    return directory;
  }

  public Opened read() {
    return Workspace.open(directory, LocalDate.now(Clock.systemUTC()));
  }

  /**
   * The dossier, for commands that go on although it has problems in its declaration.
   *
   * @throws CliException if it cannot be used at all
   */
  public Workspace usable(PrintWriter err) {
    return usable(read(), err);
  }

  /** As {@link #usable(PrintWriter)}, for a dossier that an option names. */
  public static Workspace usable(Path directory, PrintWriter err) {
    return usable(Workspace.open(directory, LocalDate.now(Clock.systemUTC())), err);
  }

  private static Workspace usable(Opened opened, PrintWriter err) {
    if (opened.workspace().isEmpty()) {
      print(opened.problems(), err);
      throw new CliException(ExitCode.DOSSIER, Message.of("PLB-C101"));
    }
    return opened.workspace().get();
  }

  /**
   * The dossier, for commands that send packets or judge.
   *
   * @throws CliException if it has errors
   */
  public Workspace sound(PrintWriter err) {
    return soundly(err).workspace().orElseThrow();
  }

  /** As {@link #sound}, with the warnings that are left. */
  public Opened soundly(PrintWriter err) {
    return soundly(read(), err);
  }

  /**
   * As {@link #soundly(PrintWriter)}, and also with evidence that is missing or was changed: that
   * is told, and counts for nothing.
   */
  public Opened judgeable(PrintWriter err) {
    return judgeable(read(), err);
  }

  /** As {@link #judgeable(PrintWriter)}, without looking for warnings, which takes its time. */
  public Opened judgeableWithoutWarnings(PrintWriter err) {
    return judgeable(
        Workspace.openWithoutWarnings(directory, LocalDate.now(Clock.systemUTC())), err);
  }

  /** The dossier with its result as it is now; opened as {@link #judgeable(PrintWriter)} says. */
  public AssessedDossier assessed(PolicyChoice policy, PrintWriter err) {
    return AssessedDossier.of(judgeable(err), policy, LocalDate.now(Clock.systemUTC()));
  }

  public static Opened judgeable(Opened opened, PrintWriter err) {
    if (!opened.isJudgeable()) {
      return soundly(opened, err);
    }
    print(opened.errors(), err);
    err.flush();
    return opened;
  }

  /** A dossier that was opened, unless it has errors. */
  public static Workspace sound(Opened opened, PrintWriter err) {
    return soundly(opened, err).workspace().orElseThrow();
  }

  private static Opened soundly(Opened opened, PrintWriter err) {
    List<Problem> errors = opened.errors();
    if (opened.workspace().isEmpty() || !errors.isEmpty()) {
      print(errors, err);
      throw new CliException(
          ExitCode.DOSSIER, Message.of("PLB-C102", "errors", Text.count(errors.size(), "error")));
    }
    return opened;
  }

  public static List<Problem> errors(List<Problem> problems) {
    return problems.stream().filter(p -> p.severity() == Severity.ERROR).toList();
  }

  public static void print(List<Problem> problems, PrintWriter out) {
    new ProblemsText(Style.ofTerminal()).lines(problems).forEach(out::println);
  }
}
