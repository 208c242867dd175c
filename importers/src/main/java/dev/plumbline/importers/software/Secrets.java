package dev.plumbline.importers.software;

import dev.plumbline.importers.reading.Kept;
import dev.plumbline.importers.reading.Row;
import dev.plumbline.importing.Reading;
import java.util.Map;
import java.util.OptionalLong;

/** Gathers {@code firmware.secrets}: kinds and places, never what was found. */
public final class Secrets {
  /** Key of the observation. */
  public static final String KEY = "firmware.secrets";

  private final Kept kept = new Kept();

  /**
   * @param kind such as {@code private-key}, in the tool's words
   * @param place file
   * @param verified what the tool says of trying it: {@code yes}, {@code no}, or empty when it did
   *     not say
   * @param secret what was found, so that it can be taken out of the place
   */
  public void add(String kind, String place, OptionalLong line, String verified, String secret) {
    kept.add(
        new Row()
            .put("kind", masked(kind, secret))
            .put("place", masked(place, secret))
            .put("line", line)
            .put("verified", verified));
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
      reading.undetermined(KEY, "DUT", "nothing was found, and the file does not say in what");
      return;
    }
    reading.seen(
        KEY,
        "DUT",
        Map.of("found", kept.rows(), "count", kept.count()),
        new Row().put("target", target).put("rules", rules).put("complete", kept.complete()).map());
  }
}
