package dev.plumbline.cli;

import dev.plumbline.app.workspace.Workspace.Opened;
import dev.plumbline.judging.Assessment;
import dev.plumbline.judging.Status;
import dev.plumbline.view.NextStepsText;
import dev.plumbline.view.RecordText;
import dev.plumbline.view.Style;
import dev.plumbline.view.Text;
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
final class StatusCommand implements Callable<Integer> {
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
    Opened opened = dossier.judgeable(spec.commandLine().getErr());
    Assessment result = Judging.judge(opened, policy.policy());
    PrintWriter out = spec.commandLine().getOut();
    Status.of(result).lines().forEach(l -> out.println(Text.safe(l)));
    RecordText.of(opened.workspace().orElseThrow()).forEach(out::println);
    NextStepsText next = new NextStepsText(Style.ofTerminal());
    next.failing(result, out);
    next.steps(result, out);
    out.flush();
    return (DossierArgument.errors(result.problems()).isEmpty() ? ExitCode.OK : ExitCode.DOSSIER)
        .code();
  }
}
