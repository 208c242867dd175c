package dev.plumbline.driver;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * One question to a program: started without a shell, with a bare environment, bounded in time and
 * output, ended with all its children.
 */
final class ProgramCall {
  private static final int MOST_OUTPUT = 1_048_576;
  private static final int MOST_COMPLAINTS = 16_384;
  private static final Duration LOOK = Duration.ofMillis(20);

  /** How long what a dead program wrote may take to be read. */
  private static final Duration READ = Duration.ofSeconds(10);

  private final Path program;
  private final Path directory;
  private final Duration limit;

  ProgramCall(Path program, Path directory, Duration limit) {
    this.program = program;
    this.directory = directory;
    this.limit = limit;
  }

  /**
   * @param line first line of its output
   * @param complaints what it wrote to its standard error
   * @param fault why the answer does not count
   */
  record Outcome(String line, String complaints, Optional<String> fault) {}

  Outcome ask(String request) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(List.of(program.toString()));
    builder.directory(directory.toFile());
    Map<String, String> environment = builder.environment();
    String path = environment.getOrDefault("PATH", "/usr/bin:/bin");
    environment.clear();
    environment.put("PATH", path);
    environment.put("LC_ALL", "C.UTF-8");
    ProcessMark marked = ProcessMark.in(environment);
    Process process = builder.start();
    Set<ProcessHandle> family = new HashSet<>();
    Kept out = Kept.of(process.getInputStream(), MOST_OUTPUT, "driver-out");
    Kept err = Kept.of(process.getErrorStream(), MOST_COMPLAINTS, "driver-err");
    boolean ended;
    try {
      // Not here: a program that never reads would hold up its own end.
      Thread.ofPlatform().daemon().name("driver-in").start(() -> tell(process, request));
      ended = await(process, family);
    } finally {
      process.descendants().forEach(family::add);
      // By their handles: Process.destroy would close the output before it was read.
      family.forEach(ProcessHandle::destroyForcibly);
      process.toHandle().destroyForcibly();
      marked.end();
    }
    process.waitFor();
    out.thread().join(READ);
    err.thread().join(READ);
    process.destroyForcibly();
    return outcome(ended, process.exitValue(), out, err.text());
  }

  private Outcome outcome(boolean ended, int exit, Kept out, String complaints) {
    String text = out.text();
    int end = text.indexOf('\n');
    String line = end < 0 ? text : text.substring(0, end);
    Optional<String> fault = Optional.empty();
    if (!ended) {
      fault = Optional.of("did not end within " + limit.toSeconds() + " s");
    } else if (out.full()) {
      fault = Optional.of("wrote more than " + MOST_OUTPUT + " bytes");
    } else if (exit != 0) {
      fault = Optional.of("ended with exit code " + exit);
    }
    return new Outcome(line, complaints, fault);
  }

  private static void tell(Process process, String request) {
    try (OutputStream in = process.getOutputStream()) {
      in.write((request + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // A program that reads nothing may still answer; that it ended is seen by its exit.
    }
  }

  /** Waits, and learns the children while they still belong to the program. */
  private boolean await(Process process, Set<ProcessHandle> family) throws InterruptedException {
    long until = System.nanoTime() + limit.toNanos();
    while (System.nanoTime() < until) {
      if (process.waitFor(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
        return true;
      }
      process.descendants().forEach(family::add);
    }
    return false;
  }

  /** Reads a stream to its end and keeps its beginning. */
  private static final class Kept {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final int most;
    private final InputStream in;
    private final Thread thread;
    private boolean full;

    private Kept(InputStream in, int most, String name) {
      this.in = in;
      this.most = most;
      // A virtual thread that waits for a pipe keeps its processor from all others.
      this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::read);
    }

    static Kept of(InputStream in, int most, String name) {
      Kept kept = new Kept(in, most, name);
      kept.thread.start();
      return kept;
    }

    private void read() {
      byte[] piece = new byte[8192];
      try (in) {
        for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
          add(piece, n);
        }
      } catch (IOException e) {
        // The program was ended.
      }
    }

    private synchronized void add(byte[] piece, int length) {
      int kept = Math.min(length, most - bytes.size());
      bytes.write(piece, 0, kept);
      full |= kept < length;
    }

    Thread thread() {
      return thread;
    }

    synchronized boolean full() {
      return full;
    }

    synchronized String text() {
      return bytes.toString(StandardCharsets.UTF_8);
    }
  }
}
