package dev.plumbline.fuzz;

import dev.plumbline.firmware.FirmwareImporter;
import dev.plumbline.firmware.image.UnpackLimits;
import dev.plumbline.importing.kit.ImportTrial;
import dev.plumbline.importing.kit.ReadingPromise;

/** Firmware images, opened as far as small limits go. */
public final class FirmwareTarget {
  private static final FirmwareImporter IMPORTER =
      new FirmwareImporter(new UnpackLimits(8 << 20, 500, 4, 10, 100, 1 << 20));
  private static final ImportTrial TRIAL = ImportTrial.at("192.0.2.10");
  private static final ChangingFile SCRATCH = ChangingFile.named("input.bin");

  private FirmwareTarget() {}

  /** Called by the fuzzer. */
  public static void fuzzerTestOneInput(byte[] input) {
    ReadingPromise.kept(IMPORTER, TRIAL.read(IMPORTER, SCRATCH.with(input, 0)));
  }
}
