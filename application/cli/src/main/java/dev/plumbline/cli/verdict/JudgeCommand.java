package dev.plumbline.cli.verdict;

import dev.plumbline.app.AssessedDossier;
import dev.plumbline.cli.option.DossierArgument;
import dev.plumbline.cli.option.ExitCode;
import dev.plumbline.cli.option.PolicyOption;
import dev.plumbline.view.NextStepsText;
import dev.plumbline.view.Style;
import dev.plumbline.view.Summary;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code plumbline judge DIR}. */
@Command(
    name = "judge",
    mixinStandardHelpOptions = true,
    description = "Judges what is declared and what was seen; touches no device.",
    footer = {
      "",
      "Examples:",
      "  plumbline judge my-camera",
      "  plumbline judge my-camera --crypto-policy strict.yaml   old evidence, new policy",
      "",
      "Exit codes: 0 all PASS, 10 any FAIL, 11 nothing FAILs but not all is decided."
    })
public final class JudgeCommand implements Callable<Integer> {
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
  public Integer call() {
    AssessedDossier assessed = dossier.assessed(policy.choice(), spec.commandLine().getErr());
    PrintWriter out = spec.commandLine().getOut();
    new Summary(assessed.result(), Style.ofTerminal()).print(out);
    NextStepsText next = new NextStepsText(Style.ofTerminal());
    next.failing(assessed.result(), out);
    next.steps(assessed.result(), out);
    out.flush();
    return ExitCode.of(assessed).code();
  }
}
