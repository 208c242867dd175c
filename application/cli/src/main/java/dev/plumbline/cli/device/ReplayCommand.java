package dev.plumbline.cli.device;

import dev.plumbline.app.message.Message;
import dev.plumbline.app.run.Replaying;
import dev.plumbline.app.run.Replaying.Candidate;
import dev.plumbline.app.run.RunIds;
import dev.plumbline.app.trust.Agreement;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.cli.option.AgreementOption;
import dev.plumbline.cli.option.CliException;
import dev.plumbline.cli.option.DossierArgument;
import dev.plumbline.cli.option.ExitCode;
import dev.plumbline.cli.option.KernelOption;
import dev.plumbline.view.Text;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumbline replay DIR [FINDING]}. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description =
        "Sends the unexpected input of a finding to the device once more, and tells whether it does"
            + " the same again. Writes nothing into the dossier.",
    footer = {
      "",
      "Examples:",
      "  plumbline replay my-camera                  the findings that there are",
      "  plumbline replay my-camera 3f1c0a9b77de     send that one again",
      "",
      "Exit codes: 10 it does the same again, 0 it does not, 11 it cannot be told."
    })
public final class ReplayCommand implements Callable<Integer> {
  @Mixin
  @SuppressWarnings("NullAway.Init")
  private DossierArgument dossier;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private AgreementOption agreement;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "FINDING",
      defaultValue = "",
      description = "Id of the finding, or its beginning.")
  @SuppressWarnings("NullAway.Init")
  private String id;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private KernelOption kernel;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Workspace workspace = dossier.sound(spec.commandLine().getErr());
    Replaying replaying = new Replaying(workspace);
    List<Candidate> candidates = replaying.candidates();
    if (id.isEmpty()) {
      candidates.forEach(c -> out.println(line(c)));
      if (candidates.isEmpty()) {
        out.println("Unexpected input has found nothing in this dossier.");
      }
      return ExitCode.OK.code();
    }
    List<Candidate> named = candidates.stream().filter(c -> c.id().startsWith(id)).toList();
    if (named.size() != 1) {
      throw new CliException(
          ExitCode.USAGE,
          Message.of(
              "PLB-C415",
              "id",
              Text.safe(id),
              "findings",
              Text.count(named.size(), "finding"),
              "dossier",
              dossier.directory().toString()));
    }
    Candidate candidate = named.getFirst();
    Agreement agreed = agreement.to(workspace, spec.commandLine().getErr());
    out.println(line(candidate));
    out.println("Sent: " + Text.safe(candidate.input().replace("\r\n", "\\r\\n")));
    Replaying.Replayed came =
        kernel.run(workspace, () -> replaying.replay(agreed, candidate, RunIds.next()));
    if (came.again().isEmpty()) {
      out.println("It cannot be told: " + Text.safe(came.saw()));
      return ExitCode.UNDECIDED.code();
    }
    boolean again = came.again().get();
    out.println((again ? "The same again: " : "Not again: ") + Text.safe(came.saw()) + ".");
    return (again ? ExitCode.FAIL : ExitCode.OK).code();
  }

  private static String line(Candidate c) {
    return Text.safe(c.id() + "  " + c.kind() + "  " + c.where());
  }
}
