package dev.plumbline.acceptance;

import dev.plumbline.testbed.DeviceSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/** Runs the product over devices, in a network of its own; started by {@link BothWaysTest}. */
final class FleetRun {
  private FleetRun() {}

  /** The directory for the results, then the names of example dossiers. */
  public static void main(String[] args) throws IOException {
    Path out = Path.of(args[0]);
    for (int i = 1; i < args.length; i++) {
      String example = args[i];
      Path dossier = Repository.copyOfExample(example, out.resolve(example));
      DeviceSpec device = DeviceSpec.named(FleetRulings.device(example));
      Rehearsal rehearsal = Rehearsal.of(device, dossier, Set.of());
      Ruling.of(rehearsal.workspace(), rehearsal.trouble()).write(ruling(out, example));
    }
  }

  /** Where the ruling on an example is kept. */
  static Path ruling(Path out, String example) {
    return out.resolve(example + ".ruling.txt");
  }
}
