package dev.plumbline.importers.shared.software;

import dev.plumbline.importers.shared.reading.Texts;
import dev.plumbline.importing.Kept;
import dev.plumbline.importing.Reading;
import dev.plumbline.observation.firmware.FirmwareContents;
import java.util.Optional;
import java.util.OptionalLong;

/** Gathers the parts that a tool recognised in an image. */
public final class Contents {
  private final Kept<FirmwareContents.Part> parts = new Kept<>();

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
        new FirmwareContents.Part(
            Texts.some(image),
            Texts.some(offset),
            Texts.some(size),
            Texts.some(kind),
            Texts.some(description),
            Texts.some(extracted)));
  }

  /**
   * @param target image that was looked at
   * @param files how many files were, the image and what came out of it
   */
  public void tell(Reading reading, String target, long files) {
    reading.counted("parts", parts.count(), parts.all().size());
    reading.seen(
        "DUT",
        new FirmwareContents(
            parts.all(), parts.count(), Texts.some(target), Optional.of(files), parts.complete()));
  }
}
