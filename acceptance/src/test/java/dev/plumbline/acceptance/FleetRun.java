package dev.plumbline.acceptance;

import dev.plumbline.testbed.DeviceSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/** Runs the product over devices, in a network of its own; started by {@link RulingTest}. */
final class FleetRun {
  private FleetRun() {}

  /** The directory for the results, then the names of example dossiers. */
  public static void main(String[] args) throws IOException {
    Path out = Path.of(args[0]);
    for (int i = 1; i < args.length; i++) {
      String example = args[i];
      Path dossier = Repository.copyOfExample(example, out.resolve(example));
      DeviceSpec device = DeviceSpec.named(RulingTest.device(example));
      Ruling.of(Rehearsal.of(device, dossier, Set.of())).write(out.resolve(example + ".txt"));
    }
  }
}
