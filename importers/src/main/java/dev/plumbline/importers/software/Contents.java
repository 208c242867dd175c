package dev.plumbline.importers.software;

import dev.plumbline.importers.reading.Kept;
import dev.plumbline.importers.reading.Row;
import dev.plumbline.importing.Reading;
import java.util.Map;
import java.util.OptionalLong;

/** Gathers {@code firmware.contents}: the parts that a tool recognised in an image. */
public final class Contents {
  /** Key of the observation. */
  public static final String KEY = "firmware.contents";

  private final Kept parts = new Kept();

  /**
   * @param image file in which it lies
   * @param kind such as {@code squashfs}, in the tool's words
   * @param extracted {@code yes}, {@code failed}, or empty when the tool did not say
   */
  public void add(
      String image,
      OptionalLong offset,
      OptionalLong size,
      String kind,
      String description,
      String extracted) {
    parts.add(
        new Row()
            .put("file", image)
            .put("offset", offset)
            .put("size", size)
            .put("kind", kind)
            .put("description", description)
            .put("extracted", extracted));
  }

  /**
   * @param target image that was looked at
   * @param files how many files were, the image and what came out of it
   */
  public void tell(Reading reading, String target, long files) {
    reading.seen(
        KEY,
        "DUT",
        Map.of("parts", parts.rows(), "count", parts.count()),
        new Row()
            .put("target", target)
            .put("files", files)
            .put("complete", parts.complete())
            .map());
  }
}
