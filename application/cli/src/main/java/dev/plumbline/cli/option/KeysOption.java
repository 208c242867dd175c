package dev.plumbline.cli.option;

import dev.plumbline.app.seal.SealKeys;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that says where the keys are that seal. */
public final class KeysOption {
  @Option(
      names = "--keys",
      paramLabel = "FOLDER",
      description =
          "Folder of the keys that seal (default: keys below PLUMBLINE_CONFIG, else"
              + " ~/.config/plumbline/keys).")
  private @Nullable Path folder;

  public SealKeys keys() {
    return folder == null ? SealKeys.of(System.getenv()) : new SealKeys(folder);
  }
}
