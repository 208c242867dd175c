package dev.plumbline.cli.option;

import dev.plumbline.app.EarlierRecord;
import dev.plumbline.app.EarlierRecord.UnusableException;
import dev.plumbline.app.message.Message;
import dev.plumbline.app.seal.SealKeys;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.core.Place;
import dev.plumbline.core.Problem;
import dev.plumbline.core.Severity;
import dev.plumbline.view.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The option that names an earlier state of the record. */
public final class SinceOption {
  @Option(
      names = "--since",
      paramLabel = "FILE",
      description =
          "A result.json of before, or a checkpoint of 'plumbline seal': tell also what of the"
              + " record is not there any more as it was.")
  private @Nullable Path file;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private KeysOption keys;

  /**
   * What is not as it was; nothing without the option.
   *
   * @param told receives when and by whom the earlier state was written down
   * @throws CliException if the file cannot be relied on
   */
  public List<Problem> touched(Workspace workspace, List<String> told) throws IOException {
    if (file == null) {
      return List.of();
    }
    EarlierRecord earlier = read(file);
    String name = Text.safe(file.toString());
    if (!earlier.isOf(workspace)) {
      throw new CliException(
          ExitCode.USAGE,
          Message.of("PLB-C108", "record", name, "product", Text.safe(earlier.product())));
    }
    List<Problem> problems = new ArrayList<>(earlier.touched(workspace));
    String compared = "Compared with the record as of " + Text.safe(earlier.at());
    if (earlier.key().isEmpty()) {
      told.add(compared + ", by a result that nobody signed.");
      return problems;
    }
    PublicKey key = earlier.key().get();
    String fingerprint = SealKeys.fingerprint(key);
    boolean known = keys.keys().knows(key);
    told.add(compared + ", signed by " + fingerprint + (known ? " (known)." : " (not known)."));
    if (!known) {
      problems.add(
          new Problem(
              "PLB-1074",
              Severity.WARNING,
              Place.of(String.valueOf(file.getFileName())),
              "The key that signed the checkpoint is not known here: " + fingerprint + ".",
              "Compare it with the one that the signer tells you, and put the signer's seal.pub as"
                  + " NAME.pub beside your own."));
    }
    return problems;
  }

  private static EarlierRecord read(Path file) throws IOException {
    try {
      return EarlierRecord.read(file);
    } catch (UnusableException e) {
      throw new CliException(
          e.isCheckpoint() ? ExitCode.DOSSIER : ExitCode.USAGE,
          Message.of(
              "PLB-C109",
              "file",
              Text.safe(file.toString()),
              "reason",
              Text.safe(String.valueOf(e.getMessage()))));
    }
  }
}
