package dev.plumbline.wild;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * The whole product over devices of other hands. {@code -Dplumbline.wild=true} runs all and writes
 * docs/truth.md, {@code -Dplumbline.wild.only=ID-PREFIX,…} some, {@code
 * -Dplumbline.wild.devices=DIR} those of another folder; without any of them, the quick ones.
 * {@code -Dplumbline.update=true} keeps the standings of those that ran.
 */
@Tag("peers")
class WildTest {
  private static final boolean WHOLE = Boolean.getBoolean("plumbline.wild");
  private static final String ONLY = System.getProperty("plumbline.wild.only", "");
  private static final String DEVICES = System.getProperty("plumbline.wild.devices", "");
  private static final int WORKERS = Integer.getInteger("plumbline.wild.workers", 2);

  private static final List<Judged> DONE = new ArrayList<>();
  private static List<Device> chosen = List.of();
  private static Set<String> known = Set.of();

  @BeforeAll
  static void choose() throws IOException, InterruptedException {
    assertThat(World.obstacle()).isEmpty();
    Path folder = DEVICES.isEmpty() ? Repository.at("verification/wild/devices") : Path.of(DEVICES);
    List<Device> all = DeviceFiles.read(folder);
    known = all.stream().map(Device::id).collect(Collectors.toSet());
    chosen = all.stream().filter(WildTest::isChosen).toList();
  }

  private static boolean isChosen(Device device) {
    if (!ONLY.isEmpty()) {
      return Stream.of(ONLY.split(",")).anyMatch(device.id()::startsWith);
    }
    return WHOLE || !DEVICES.isEmpty() || device.quick();
  }

  @TestFactory
  Stream<DynamicTest> everyDeviceIsJudgedAsItIs() throws IOException, InterruptedException {
    Fleet fleet = new Fleet(WORKERS);
    Map<Device, Future<Judged>> judged = fleet.start(chosen);
    System.out.println("Wild devices: " + fleet.root());
    Expected expected = Expected.read();
    return judged.entrySet().stream()
        .map(
            e ->
                DynamicTest.dynamicTest(
                    e.getKey().id() + ": " + e.getKey().title(),
                    () -> {
                      Judged result = e.getValue().get();
                      DONE.add(result);
                      System.out.print(Fleet.text(result));
                      assertThat(Expected.faults(result, expected))
                          .as(Fleet.text(result))
                          .isEmpty();
                    }))
        .onClose(fleet::close);
  }

  /** The results as data, and the page when all of the project's own ran. */
  @AfterAll
  static void write() throws IOException {
    Path out = Repository.at("verification/wild/target/wild");
    Files.createDirectories(out);
    Expected.write(DONE, out.resolve("standings.yaml"));
    boolean keep = WHOLE || Boolean.getBoolean("plumbline.update");
    // Where the devices could not be read, nothing is known, and nothing of before is dropped.
    if (keep && DEVICES.isEmpty() && !known.isEmpty()) {
      Expected.keep(DONE, known);
      TruthPage.write(known.size());
    }
  }
}
