package dev.plumbline.wild;

import dev.plumbline.app.trust.Trust;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.dossier.UserSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Starts a device, runs the command line against it, and compares the verdicts with the truth. */
final class DeviceRun {
  private static final int DEFECT = 1;
  private static final int WRONG_USE = 2;
  private static final int PROBLEMS = 12;

  private final Device device;
  private final Path folder;
  private final Path dossier;
  private final Path log;

  /**
   * @param folder an empty one, for the dossier, the results and what was printed
   */
  DeviceRun(Device device, Path folder) {
    this.device = device;
    this.folder = folder;
    this.dossier = folder.resolve("dossier");
    this.log = folder.resolve("plumbline.log");
  }

  /** The device's judgement; a fault says why there is none. */
  Judged judged(int number, Path keys) throws IOException, InterruptedException {
    Path work = Files.createDirectories(folder.resolve("work"));
    WildDossier.write(device, dossier);
    allow();
    long seconds;
    try (World world = new World(number, device, keys, work, folder.resolve("device.log"))) {
      world.start(device);
      if (device.data().has("capture")) {
        capture(world);
      }
      long before = System.nanoTime();
      run(world, test());
      seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - before);
      run(world, List.of("report", dossier.toString(), "--out", out(), "--only", "json"));
    } catch (IOException e) {
      return Judged.fault(device, String.valueOf(e.getMessage()));
    }
    return Judged.of(device, ItemVerdict.read(folder.resolve("out/result.json")), seconds);
  }

  private String out() {
    return folder.resolve("out").toString();
  }

  private List<String> test() throws IOException {
    String level = device.data().text("intrusiveness", "stress");
    List<String> words =
        new ArrayList<>(
            List.of("test", dossier.toString(), "--intrusiveness", level, "--yes", digest()));
    if (device.data().has("only")) {
      words.addAll(List.of("--only", String.join(",", device.data().texts("only"))));
    }
    return words;
  }

  /** The policy of a laboratory whose networks are those of the fleet. */
  private void allow() throws IOException {
    Files.createDirectories(settings());
    Files.writeString(
        settings().resolve("scope.yaml"),
        "allow: [127.0.0.0/8, 10.88.0.0/16, \"fe80::/10\", \"fd00::/8\"]\n");
  }

  private Path settings() {
    return folder.resolve("settings");
  }

  private String digest() throws IOException {
    Workspace workspace =
        Workspace.open(dossier, LocalDate.now(Clock.systemUTC()))
            .workspace()
            .orElseThrow(() -> new IOException("the dossier of " + device.id() + " is broken"));
    return Trust.of(workspace, Repository.at(""), Map.of()).digest().hex();
  }

  private void capture(World world) throws IOException, InterruptedException {
    String seconds = device.data().text("capture");
    Path file = folder.resolve("traffic.pcap");
    Process recording =
        new ProcessBuilder(
                world.tester(
                    List.of(
                        "timeout",
                        seconds,
                        "tcpdump",
                        "-q",
                        "-U",
                        "-i",
                        "eth0",
                        "-w",
                        file.toString())))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("tcpdump.log").toFile())
            .start();
    recording.waitFor();
    run(world, List.of("capture", dossier.toString(), file.toString()));
  }

  /** The built program where one is named, else that of the class path. */
  private static List<String> program() {
    String built = System.getProperty("plumbline.wild.program", "");
    if (!built.isEmpty()) {
      return List.of(built);
    }
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "-Dplumbline.home=" + Repository.at(""),
        "-cp",
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
        "dev.plumbline.cli.Main");
  }

  private void run(World world, List<String> words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(program());
    command.addAll(words);
    ProcessBuilder program =
        new ProcessBuilder(world.tester(command))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    program.environment().put(UserSettings.VARIABLE, settings().toString());
    Process process = program.start();
    if (!process.waitFor(device.seconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException(words.getFirst() + " took longer than " + device.seconds() + " s");
    }
    int code = process.exitValue();
    if (code == DEFECT || code == WRONG_USE || code == PROBLEMS) {
      throw new IOException(
          words.getFirst() + " ended with " + code + ":\n" + Files.readString(log));
    }
  }
}
