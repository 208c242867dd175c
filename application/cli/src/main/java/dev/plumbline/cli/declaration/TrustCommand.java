package dev.plumbline.cli.declaration;

import dev.plumbline.app.trust.ScopeDecision;
import dev.plumbline.app.trust.Trust;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.cli.option.AgreementOption;
import dev.plumbline.cli.option.DossierArgument;
import dev.plumbline.cli.option.ExitCode;
import dev.plumbline.view.TrustText;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plumbline trust DIR}. */
@Command(
    name = "trust",
    mixinStandardHelpOptions = true,
    description =
        "Shows what a dossier wants of this machine (addresses, pages, passwords, programs), and"
            + " asks whether you agree. 'test' sends nothing before. The agreement ends when a"
            + " byte of the dossier changes.",
    footer = {
      "",
      "Examples:",
      "  plumbline trust my-camera",
      "  plumbline trust my-camera --show       only shows; asks and changes nothing",
      "  plumbline trust my-camera --yes DIGEST for a script that was told the digest",
      "  plumbline trust my-camera --revoke     takes it back",
      "",
      "Exit codes: 0 agreed, 13 not agreed, 12 problems in the dossier. docs/trust.md"
    })
public final class TrustCommand implements Callable<Integer> {
  @Mixin
  @SuppressWarnings("NullAway.Init")
  private DossierArgument dossier;

  @Option(names = "--show", description = "Only show; ask nothing.")
  private boolean show;

  @Option(names = "--revoke", description = "Take back what was agreed to for this folder.")
  private boolean revoke;

  @Option(
      names = "--yes",
      paramLabel = "DIGEST",
      description = "Agree, if this is the digest of the dossier, until a byte of it changes.")
  private String digest = "";

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Workspace workspace = dossier.judgeable(spec.commandLine().getErr()).workspace().orElseThrow();
    Trust trust = AgreementOption.trust(workspace);
    if (revoke) {
      int states = trust.revoke();
      out.println(
          states == 0
              ? "Nobody had agreed to this dossier."
              : "Taken back. 'plumbline test' asks again.");
      return ExitCode.OK.code();
    }
    new TrustText(trust, dossier.directory()).lines().forEach(out::println);
    out.flush();
    ScopeDecision standing = trust.standing();
    if (standing instanceof ScopeDecision.Agreed) {
      return ExitCode.OK.code();
    }
    if (show || !(standing instanceof ScopeDecision.Open)) {
      return ExitCode.AGREEMENT.code();
    }
    boolean agreed = digest.isEmpty() ? AgreementOption.ask(trust).isPresent() : kept(trust);
    out.println(
        agreed
            ? "Agreed, until a byte of the dossier changes."
            : "Not agreed; 'plumbline test' sends nothing.");
    return (agreed ? ExitCode.OK : ExitCode.AGREEMENT).code();
  }

  private boolean kept(Trust trust) throws IOException {
    if (trust.agree(digest).isEmpty()) {
      return false;
    }
    trust.keep(Instant.now(Clock.systemUTC()));
    return true;
  }
}
