package dev.plumbline.firmware;

import dev.plumbline.firmware.find.ImageCoverage;
import dev.plumbline.firmware.find.Looking;
import dev.plumbline.firmware.format.Beginnings;
import dev.plumbline.firmware.image.Blob;
import dev.plumbline.firmware.image.Shelf;
import dev.plumbline.firmware.image.UnpackLimits;
import dev.plumbline.firmware.image.UnreadableException;
import dev.plumbline.importing.Head;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.ImporterSpec;
import dev.plumbline.importing.MalformedImportException;
import dev.plumbline.importing.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Reads a firmware image: opens what is packed in it and tells what its files show. */
public final class FirmwareImporter implements Importer {
  /** Its id, by which a command asks for it whatever the file looks like. */
  public static final String ID = "firmware-image";

  private final UnpackLimits limits;

  public FirmwareImporter() {
    this(UnpackLimits.USUAL);
  }

  /** One that unpacks no more than this. */
  public FirmwareImporter(UnpackLimits limits) {
    this.limits = limits;
  }

  @Override
  public ImporterSpec spec() {
    return ImporterSpec.load(FirmwareImporter.class);
  }

  /** Claims the formats that hold nothing but firmware or file systems. */
  @Override
  public boolean recognises(Head head) {
    try (InputStream in = head.stream()) {
      return Beginnings.areImage(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void read(InputStream in, Reading reading) throws IOException, MalformedImportException {
    try (Shelf shelf = Shelf.open(limits)) {
      ImageCoverage coverage = new ImageCoverage();
      Looking looking = new Looking(coverage, reading.product());
      try {
        Blob image = shelf.image(in);
        new ImageWalk(shelf, looking, coverage).image(image);
      } catch (UnreadableException e) {
        throw new MalformedImportException(
            e.refusal(), e.getMessage() == null ? "it is broken" : e.getMessage());
      }
      looking.tell(reading);
    }
  }
}
