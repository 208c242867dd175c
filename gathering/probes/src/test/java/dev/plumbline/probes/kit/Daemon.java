package dev.plumbline.probes.kit;

import dev.plumbline.dossier.Endpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** A server of Debian at a loopback address, ended with the test. */
public final class Daemon implements AutoCloseable {
  private static final long START_NANOS = TimeUnit.SECONDS.toNanos(20);

  private final Process process;
  private final Endpoint endpoint;

  private Daemon(Process process, Endpoint endpoint) {
    this.process = process;
    this.endpoint = endpoint;
  }

  /**
   * Starts a server and waits until it takes connections.
   *
   * @param debianPackage what to install when it is missing
   * @param command for the port that it is to listen at
   */
  public static Daemon start(
      String address, Path directory, String debianPackage, IntFunction<List<String>> command)
      throws IOException, InterruptedException {
    int port = freePort(address);
    Path log = directory.resolve(debianPackage + port + ".log");
    Process process;
    try {
      process =
          new ProcessBuilder(command.apply(port))
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
    } catch (IOException e) {
      throw new AssertionError("missing; type: sudo apt-get install -y " + debianPackage, e);
    }
    long end = System.nanoTime() + START_NANOS;
    while (System.nanoTime() < end && process.isAlive()) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(InetAddress.ofLiteral(address), port), 1000);
        return new Daemon(process, Endpoint.tcp(address, port));
      } catch (IOException notYet) {
        process.waitFor(20, TimeUnit.MILLISECONDS);
      }
    }
    process.destroyForcibly();
    throw new AssertionError(debianPackage + " did not start: " + Files.readString(log));
  }

  public Endpoint endpoint() {
    return endpoint;
  }

  /** Writes a file for a server. */
  public static Path file(Path directory, String name, String content) {
    try {
      return Files.writeString(directory.resolve(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs a command to its end. */
  public static void run(Path directory, List<String> command)
      throws IOException, InterruptedException {
    Path log = directory.resolve("run.log");
    int code =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();
    if (code != 0) {
      throw new AssertionError(command + ": " + Files.readString(log));
    }
  }

  private static int freePort(String address) throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral(address))) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    process.destroy();
    process
        .onExit()
        .orTimeout(5, TimeUnit.SECONDS)
        .exceptionally(e -> process.destroyForcibly())
        .join();
  }
}
