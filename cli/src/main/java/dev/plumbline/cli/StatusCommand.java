package dev.plumbline.cli;

import dev.plumbline.app.Workspace.Opened;
import dev.plumbline.engine.Status;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code plumbline status DIR}. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = "Says where a dossier stands: verdicts, counts, what is open, blocked or stale.")
final class StatusCommand implements Runnable {
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
  public void run() {
    Opened opened = dossier.soundly(spec.commandLine().getErr());
    Status.of(Judging.judge(opened, policy.policy()))
        .lines()
        .forEach(l -> spec.commandLine().getOut().println(Text.safe(l)));
  }
}
