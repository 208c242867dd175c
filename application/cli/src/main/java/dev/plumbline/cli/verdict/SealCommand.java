package dev.plumbline.cli.verdict;

import dev.plumbline.app.seal.Sealing;
import dev.plumbline.app.version.Version;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.cli.option.DossierArgument;
import dev.plumbline.cli.option.ExitCode;
import dev.plumbline.cli.option.KeysOption;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plumbline seal DIR}. */
@Command(
    name = "seal",
    mixinStandardHelpOptions = true,
    description =
        "Writes a signed checkpoint of a dossier's record: length and last line of each journal, and"
            + " the listed evidence. 'check --since' tells later what was changed.",
    footer = {
      "",
      "Examples:",
      "  plumbline seal my-camera -o checkpoints/my-camera.checkpoint",
      "  plumbline check my-camera --since checkpoints/my-camera.checkpoint",
      "",
      "The key is made at first use. Keep checkpoints where the dossier's editors cannot change them."
    })
public final class SealCommand implements Callable<Integer> {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private DossierArgument dossier;

  @Option(
      names = "-o",
      paramLabel = "FILE",
      description = "Where to (default: NAME-TIME.checkpoint in the current folder).")
  private Optional<Path> out = Optional.empty();

  /** The spelling of earlier versions. */
  @Option(names = "--out", hidden = true)
  private Optional<Path> earlier = Optional.empty();

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private KeysOption keys;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Workspace workspace = dossier.sound(spec.commandLine().getErr());
    Instant now = Instant.now(Clock.systemUTC());
    Path file =
        chosen()
            .orElseGet(
                () ->
                    Path.of(
                        workspace.directory().getFileName()
                            + "-"
                            + TIME.format(now)
                            + ".checkpoint"));
    Sealing.Sealed sealed = Sealing.seal(workspace, keys.keys(), file, now, Version.TOOL);
    PrintWriter console = spec.commandLine().getOut();
    console.println(sealed.file());
    console.println("Signed by " + sealed.fingerprint());
    console.flush();
    return ExitCode.OK.code();
  }

  private Optional<Path> chosen() {
    return out.or(() -> earlier);
  }
}
