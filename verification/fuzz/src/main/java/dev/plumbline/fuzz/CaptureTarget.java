package dev.plumbline.fuzz;

import dev.plumbline.capture.PcapImporter;
import dev.plumbline.importing.kit.ImportTrial;
import dev.plumbline.importing.kit.ReadingPromise;

/** Captures of network traffic. */
public final class CaptureTarget {
  private static final PcapImporter IMPORTER = new PcapImporter();
  private static final ImportTrial TRIAL =
      ImportTrial.at("192.0.2.10", "127.0.0.1").withMac("02:00:5e:00:53:01");
  private static final ChangingFile SCRATCH = ChangingFile.named("input.pcap");

  private CaptureTarget() {}

  /** Called by the fuzzer. */
  public static void fuzzerTestOneInput(byte[] input) {
    ReadingPromise.kept(IMPORTER, TRIAL.read(IMPORTER, SCRATCH.with(input, 0)));
  }
}
