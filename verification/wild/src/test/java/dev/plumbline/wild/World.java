package dev.plumbline.wild;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/** Two network namespaces joined by a cable: a device and its tester. Needs root. */
final class World implements AutoCloseable {
  private static final Path PROGRAM = Repository.at("verification/wild/world");
  private static final String MAKER = "10.88.0.3";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final String name;
  private final Map<String, String> variables;
  private final Path log;
  private final Path work;
  private final List<Process> started = new ArrayList<>();

  /**
   * @param number tells worlds of this process apart
   * @param work an empty folder of the device
   * @param log for what its programs print
   */
  World(int number, Device device, Path keys, Path work, Path log)
      throws IOException, InterruptedException {
    this.name = "pw" + ProcessHandle.current().pid() + "x" + number;
    this.work = work;
    this.log = log;
    Map<String, String> all = new java.util.TreeMap<>(device.environment());
    all.put("HERE", device.here().toString());
    all.put("SHARED", Repository.at("verification/wild/shared").toString());
    all.put("WORK", work.toString());
    all.put("PKI", keys.toString());
    this.variables = Map.copyOf(all);
    run(List.of(PROGRAM.toString(), "up", name), 60);
  }

  /** Makes keys and certificates of the maker. */
  static void keys(Path folder, Path log) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(PROGRAM.toString(), "keys", folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    if (!process.waitFor(120, TimeUnit.SECONDS) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IOException("no keys were made: " + Files.readString(log));
    }
  }

  /** Why no world can be made here; empty where it can. */
  static String obstacle() throws IOException, InterruptedException {
    String probe = "pwprobe" + ProcessHandle.current().pid();
    Process up =
        new ProcessBuilder(PROGRAM.toString(), "up", probe).redirectErrorStream(true).start();
    String said =
        new String(up.getInputStream().readAllBytes(), java.nio.charset.Charset.defaultCharset());
    int code = up.waitFor();
    new ProcessBuilder(PROGRAM.toString(), "down", probe).start().waitFor();
    return code == 0
        ? ""
        : "Wild devices need network namespaces; run as root: sudo ./test\n" + said;
  }

  /** Starts the maker's pages, the tester's side and the device. */
  void start(Device device) throws IOException, InterruptedException {
    Tree data = device.data();
    if (!data.text("maker", "true").equals("false")) {
      String pages = JSON.writeValueAsString(data.at("maker").fields());
      spawn("ip", "netns", "exec", name + "-d", "python3", shared("maker.py"), MAKER, pages);
    }
    if (data.has("tester")) {
      spawn(PROGRAM.toString(), "tester", name, "sh", "-ec", data.text("tester"));
    }
    Path script = work.resolveSibling("start.sh");
    Files.writeString(script, data.text("start"));
    spawn(PROGRAM.toString(), "device", name, script.toString());
    List<Integer> waits = new ArrayList<>(device.waits());
    for (int port : waits) {
      waitFor(port);
    }
    if (data.has("settle")) {
      run(List.of("sleep", data.text("settle")), 60);
    }
  }

  private static String shared(String program) {
    return Repository.at("verification/wild/shared").resolve(program).toString();
  }

  private void spawn(String... command) throws IOException {
    started.add(builder(List.of(command)).start());
  }

  private ProcessBuilder builder(List<String> command) {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(work.toFile())
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(variables);
    return builder;
  }

  private void waitFor(int port) throws IOException, InterruptedException {
    String connect =
        "import socket,sys,time\n"
            + "for i in range(100):\n"
            + "  try: socket.create_connection(('10.88.0.2',"
            + port
            + "),1); sys.exit(0)\n  except OSError: time.sleep(0.1)\nsys.exit(1)\n";
    if (run(tester(List.of("python3", "-c", connect)), 120) != 0) {
      throw new IOException("port " + port + " did not open:\n" + Files.readString(log));
    }
  }

  /** The command line that runs a command of the tester. */
  List<String> tester(List<String> command) {
    List<String> whole = new ArrayList<>(Arrays.asList("ip", "netns", "exec", name + "-t"));
    whole.addAll(command);
    return whole;
  }

  private int run(List<String> command, long seconds) throws IOException, InterruptedException {
    Process process = builder(command).start();
    if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException(String.join(" ", command) + " took too long");
    }
    return process.exitValue();
  }

  @Override
  public void close() throws IOException {
    try {
      run(List.of(PROGRAM.toString(), "down", name), 60);
      for (Process process : started) {
        process.destroyForcibly();
        process.waitFor(10, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
