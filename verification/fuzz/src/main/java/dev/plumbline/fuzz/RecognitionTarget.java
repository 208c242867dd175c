package dev.plumbline.fuzz;

import dev.plumbline.importing.Head;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.Importers;
import java.util.Arrays;

/** Who claims a file: every importer looks at its beginning. */
public final class RecognitionTarget {
  private static final Importers ALL = Importers.installed();

  private RecognitionTarget() {}

  /** Called by the fuzzer. */
  public static void fuzzerTestOneInput(byte[] input) {
    Head head = new Head("input", Arrays.copyOf(input, Math.min(input.length, Head.SIZE)));
    for (Importer importer : ALL.all()) {
      importer.recognises(head);
    }
  }
}
