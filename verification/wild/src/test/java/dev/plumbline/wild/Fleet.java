package dev.plumbline.wild;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs devices, several at a time, each in a world of its own. */
final class Fleet implements AutoCloseable {
  private final ExecutorService threads;
  private final BlockingQueue<Integer> numbers;
  private final Path root;
  private final Path keys;

  /**
   * @param workers devices that run at a time
   */
  Fleet(int workers) throws IOException, InterruptedException {
    this.threads = Executors.newFixedThreadPool(workers);
    this.numbers = new ArrayBlockingQueue<>(workers);
    for (int i = 0; i < workers; i++) {
      numbers.add(i);
    }
    // Daemons give up root, so that each folder above their files has to be open to all.
    this.root =
        Files.createTempDirectory(
            "plumbline-wild",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    this.keys = root.resolve("keys");
    World.keys(keys, root.resolve("keys.log"));
  }

  /** Where dossiers, results and output of the devices are. */
  Path root() {
    return root;
  }

  /** The judgements to come, in the order of the devices. */
  Map<Device, Future<Judged>> start(List<Device> devices) {
    Map<Device, Future<Judged>> judged = new LinkedHashMap<>();
    for (Device device : devices) {
      judged.put(device, threads.submit(() -> run(device)));
    }
    return judged;
  }

  private Judged run(Device device) throws IOException, InterruptedException {
    int number = numbers.take();
    try {
      Path folder = Files.createDirectory(root.resolve(device.id()));
      Judged judged = new DeviceRun(device, folder).judged(number, keys);
      Files.writeString(folder.resolve("judged.txt"), text(judged));
      return judged;
    } finally {
      numbers.add(number);
    }
  }

  /** A judgement for a person. */
  static String text(Judged judged) {
    List<String> lines = new ArrayList<>();
    Device device = judged.device();
    lines.add(
        device.id()
            + ": "
            + judged.standing().word()
            + " after "
            + judged.seconds()
            + " s, "
            + judged.settled()
            + " % of probe items settled. "
            + device.title());
    judged.wrongPass().forEach(l -> lines.add("  wrong PASS " + l));
    judged.wrongFail().forEach(l -> lines.add("  wrong FAIL " + l));
    judged.unmet().forEach(l -> lines.add("  neither PASS nor searched: " + l));
    judged.deciding().forEach(l -> lines.add("  " + l));
    return String.join("\n", lines) + "\n";
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
