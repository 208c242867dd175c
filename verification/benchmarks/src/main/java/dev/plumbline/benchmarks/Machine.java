package dev.plumbline.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a reader has to know about the machine; no names or paths of it. */
final class Machine {
  private static final List<String> TOOLS =
      List.of("nmap", "testssl.sh", "sslscan", "ssh-audit", "openssh-server", "tshark");

  private Machine() {}

  static Map<String, String> description(Path scratch) throws IOException, InterruptedException {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("cores", String.valueOf(Runtime.getRuntime().availableProcessors()));
    all.put("processor", field("/proc/cpuinfo", "model name"));
    long kib = Long.parseLong(field("/proc/meminfo", "MemTotal").replaceAll("\\D", ""));
    all.put("memory", Math.round(kib / 1024.0 / 1024.0) + " GiB");
    all.put("system", field("/etc/os-release", "PRETTY_NAME").replace("\"", ""));
    all.put("jdk", Runtime.version().toString());
    for (String tool : TOOLS) {
      all.put(tool, version(tool, scratch));
    }
    return all;
  }

  /** Processes that ran or waited for a core, averaged over the last minute. */
  static double load() throws IOException {
    return Double.parseDouble(Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0]);
  }

  private static String version(String tool, Path scratch)
      throws IOException, InterruptedException {
    Ran ran = Program.of("dpkg-query", "-W", "-f=${Version}", tool).run(scratch);
    return ran.exit() == 0 ? ran.output() : "not installed";
  }

  private static String field(String file, String name) throws IOException {
    return Files.readAllLines(Path.of(file)).stream()
        .filter(l -> l.startsWith(name))
        .map(l -> l.substring(l.indexOf(l.contains(":") ? ':' : '=') + 1).strip())
        .findFirst()
        .orElse("unknown");
  }
}
