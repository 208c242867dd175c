package dev.plumbline.importers.shared.software;

import dev.plumbline.importers.shared.reading.Texts;
import dev.plumbline.importing.Kept;
import dev.plumbline.importing.Reading;
import dev.plumbline.observation.firmware.FirmwareSecrets;
import java.util.Optional;
import java.util.OptionalLong;

/** Gathers secrets in software: kinds and places, never what was found. */
public final class SoftwareSecrets {
  private final Kept<FirmwareSecrets.Secret> kept = new Kept<>();
  private long notShown;

  /**
   * @param kind such as {@code private-key}, in the tool's words
   * @param place file
   * @param verified what the tool says of trying it: {@code yes}, {@code no}, or empty when it did
   *     not say
   * @param secret what was found, so that it can be taken out of the place
   */
  public void add(String kind, String place, OptionalLong line, String verified, String secret) {
    kept.add(
        new FirmwareSecrets.Secret(
            Texts.cut(masked(kind, secret)),
            Texts.cut(masked(place, secret)),
            Texts.some(line),
            Optional.empty(),
            Texts.some(verified)));
  }

  /** So many more are in the file's count and not in the file. */
  public void notShown(long count) {
    notShown += Math.max(0, count);
  }

  private static String masked(String text, String secret) {
    return secret.isBlank() ? text : text.replace(secret, "[redacted]");
  }

  public boolean isEmpty() {
    return kept.isEmpty();
  }

  /**
   * Tells what was gathered; nothing found in an unknown place is no answer.
   *
   * @param target what was looked through; empty when the file does not tell
   * @param rules by which; empty when the file does not tell
   */
  public void tell(Reading reading, String target, String rules) {
    if (kept.isEmpty() && target.isBlank()) {
      reading.undetermined(
          FirmwareSecrets.class, "DUT", "nothing was found, and the file does not say in what");
      return;
    }
    reading.counted("secrets", kept.count() + notShown, kept.all().size());
    reading.seen(
        "DUT",
        new FirmwareSecrets(
            kept.all(),
            kept.count() + notShown,
            Texts.some(target),
            rules,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            notShown == 0 && kept.complete()));
  }
}
