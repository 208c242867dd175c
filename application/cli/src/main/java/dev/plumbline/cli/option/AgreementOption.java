package dev.plumbline.cli.option;

import dev.plumbline.app.message.Message;
import dev.plumbline.app.trust.Agreement;
import dev.plumbline.app.trust.ScopeDecision;
import dev.plumbline.app.trust.Trust;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.view.TrustText;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The agreement of the person who tests; asked for at a terminal. */
public final class AgreementOption {
  @Option(
      names = "--yes",
      paramLabel = "DIGEST",
      description =
          "Agree for this once to what the dossier wants of this machine, if this is its digest"
              + " ('plumbline trust DIR --show' tells it); for pipelines.")
  private String digest = "";

  public static Trust trust(Workspace workspace) throws IOException {
    return Trust.of(workspace, Path.of(System.getProperty("plumbline.home", ".")), System.getenv());
  }

  /**
   * The agreement to a dossier: one that is kept, the digest of the option, or what the person at
   * the terminal says now.
   *
   * @throws CliException if there is none; what is wanted is told before
   */
  public Agreement to(Workspace workspace, PrintWriter err) throws IOException {
    Trust trust = trust(workspace);
    ScopeDecision standing = trust.standing();
    if (standing instanceof ScopeDecision.Agreed agreed) {
      return agreed.agreement();
    }
    Path directory = workspace.directory();
    TrustText text = new TrustText(trust, directory);
    if (!digest.isEmpty()) {
      Optional<Agreement> once = trust.agree(digest);
      if (once.isPresent()) {
        return once.get();
      }
    }
    text.hindrance(standing).forEach(err::println);
    err.flush();
    if (standing instanceof ScopeDecision.Open && digest.isEmpty()) {
      Optional<Agreement> asked = ask(trust);
      if (asked.isPresent()) {
        return asked.get();
      }
    }
    boolean other = !digest.isEmpty() && standing instanceof ScopeDecision.Open;
    throw new CliException(
        ExitCode.AGREEMENT, other ? Message.of("PLB-C402") : Message.of("PLB-C401"));
  }

  /** Asks the person at the terminal; empty where there is none, or the person does not agree. */
  public static Optional<Agreement> ask(Trust trust) throws IOException {
    boolean agreed =
        Optional.ofNullable(System.console())
            .filter(Console::isTerminal)
            .map(console -> console.readLine("Do you agree? Type yes: "))
            .filter(answer -> answer.strip().equalsIgnoreCase("yes"))
            .isPresent();
    return agreed ? Optional.of(trust.keep(Instant.now(Clock.systemUTC()))) : Optional.empty();
  }
}
