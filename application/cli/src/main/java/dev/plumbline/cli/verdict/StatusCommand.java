package dev.plumbline.cli.verdict;

import dev.plumbline.app.AssessedDossier;
import dev.plumbline.cli.option.DossierArgument;
import dev.plumbline.cli.option.ExitCode;
import dev.plumbline.cli.option.PolicyOption;
import dev.plumbline.view.NextStepsText;
import dev.plumbline.view.StatusText;
import dev.plumbline.view.Style;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code plumbline status DIR}. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = "Says where a dossier stands: verdicts, counts, what is open, blocked or stale.")
public final class StatusCommand implements Callable<Integer> {
  @Mixin
  @SuppressWarnings("NullAway.Init")
  private DossierArgument dossier;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private PolicyOption policy;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    AssessedDossier assessed = dossier.assessed(policy.choice(), spec.commandLine().getErr());
    PrintWriter out = spec.commandLine().getOut();
    StatusText.of(assessed).forEach(out::println);
    NextStepsText next = new NextStepsText(Style.ofTerminal());
    next.failing(assessed.result(), out);
    next.steps(assessed.result(), out);
    out.flush();
    return (assessed.hasErrors() ? ExitCode.DOSSIER : ExitCode.OK).code();
  }
}
