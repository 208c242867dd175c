package dev.plumbline.fuzz;

import dev.plumbline.importing.Importer;
import dev.plumbline.importing.Importers;
import dev.plumbline.importing.kit.ImportTrial;
import dev.plumbline.importing.kit.ReadingPromise;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Every importer of another tool's files; the first byte says which one reads the rest. */
public final class ImportersTarget {
  /** These have targets of their own. */
  private static final Set<String> ELSEWHERE = Set.of("pcap", "firmware-image");

  private static final List<Importer> ALL =
      Importers.installed().all().stream().filter(i -> !ELSEWHERE.contains(i.spec().id())).toList();
  private static final ImportTrial TRIAL =
      ImportTrial.at("192.0.2.10", "127.0.0.1").withMac("02:00:5e:00:53:01");
  private static final ChangingFile SCRATCH = ChangingFile.named("input");

  private ImportersTarget() {}

  /** Called by the fuzzer. */
  public static void fuzzerTestOneInput(byte[] input) {
    if (input.length == 0) {
      return;
    }
    Importer importer = ALL.get((input[0] & 0xFF) % ALL.size());
    Path file = SCRATCH.with(input, 1);
    ReadingPromise.kept(importer, TRIAL.read(importer, file));
  }

  /** The byte that chooses an importer by its package. */
  static byte choosing(String folder) {
    for (int i = 0; i < ALL.size(); i++) {
      if (ALL.get(i).getClass().getPackageName().endsWith("." + folder)) {
        return (byte) i;
      }
    }
    throw new IllegalArgumentException("no importer in " + folder);
  }
}
