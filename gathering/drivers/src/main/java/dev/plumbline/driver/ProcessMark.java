package dev.plumbline.driver;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A mark in the environment of a program, which its children inherit, also those that leave it for
 * a parent of their own. One that cleared its environment is not found.
 */
final class ProcessMark {
  private static final String NAME = "PLUMBLINE_STEP";
  private static final Path PROCESSES = Path.of("/proc");
  private static final int LOOKS = 3;

  private final String value;

  private ProcessMark(String value) {
    this.value = value;
  }

  /** Puts a mark that nothing else has. */
  static ProcessMark in(Map<String, String> environment) {
    byte[] random = new byte[16];
    ThreadLocalRandom.current().nextBytes(random);
    ProcessMark marked = new ProcessMark(HexFormat.of().formatHex(random));
    environment.put(NAME, marked.value);
    return marked;
  }

  /** Ends all that carry the mark; a few times, since one may be starting another. */
  void end() {
    List<ProcessHandle> left = left();
    for (int i = 0; i < LOOKS && !left.isEmpty(); i++) {
      left.forEach(ProcessHandle::destroyForcibly);
      left = left();
    }
  }

  private List<ProcessHandle> left() {
    return ProcessHandle.allProcesses().filter(p -> p.isAlive() && has(p.pid())).toList();
  }

  /** Environments of others cannot be read, and their processes are none of ours. */
  private boolean has(long pid) {
    try {
      byte[] all = Files.readAllBytes(PROCESSES.resolve(Long.toString(pid)).resolve("environ"));
      return Arrays.asList(new String(all, StandardCharsets.UTF_8).split("\0", -1))
          .contains(NAME + "=" + value);
    } catch (IOException e) {
      return false;
    }
  }
}
