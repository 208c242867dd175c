package dev.plumbline.importers.kit;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** A program of Debian that runs during a test. */
public final class Tool {
  private static final long START_NANOS = TimeUnit.SECONDS.toNanos(20);

  private Tool() {}

  /** A server; ended with {@link #close()}. */
  public record Server(Process process, String address, int port) implements AutoCloseable {
    @Override
    public void close() {
      process.destroyForcibly().onExit().join();
    }
  }

  /**
   * Runs a tool to its end.
   *
   * @param codes exit codes that are well
   */
  public static void run(Path folder, String debianPackage, Set<Integer> codes, String... command)
      throws IOException, InterruptedException {
    Process process = start(folder, debianPackage, List.of(command));
    int code = process.waitFor();
    if (!codes.contains(code)) {
      throw new AssertionError(
          String.join(" ", command) + " ended with " + code + ": " + log(folder, debianPackage));
    }
  }

  /**
   * Starts a server at a free port and waits until it takes connections.
   *
   * @param command for the port
   */
  public static Server serve(
      Path folder, String debianPackage, String address, IntFunction<List<String>> command)
      throws IOException, InterruptedException {
    int port = freePort(address);
    Process process = start(folder, debianPackage, command.apply(port));
    long end = System.nanoTime() + START_NANOS;
    while (System.nanoTime() < end && process.isAlive()) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(InetAddress.ofLiteral(address), port), 1000);
        return new Server(process, address, port);
      } catch (IOException notYet) {
        process.waitFor(20, TimeUnit.MILLISECONDS);
      }
    }
    process.destroyForcibly();
    throw new AssertionError("did not start: " + log(folder, debianPackage));
  }

  /** {@code openssl s_server} with a fresh RSA certificate for camera.example. */
  public static Server tls(Path folder, String address, String... options)
      throws IOException, InterruptedException {
    run(
        folder,
        "openssl",
        Set.of(0),
        "openssl req -x509 -newkey rsa:2048 -nodes -keyout k.pem -out c.pem -days 365 -subj /CN=camera.example"
            .split(" "));
    List<String> all = new ArrayList<>(List.of("openssl", "s_server", "-www"));
    all.addAll(List.of("-key", "k.pem", "-cert", "c.pem"));
    all.addAll(List.of(options));
    return serve(
        folder,
        "openssl",
        address,
        port -> {
          List<String> command = new ArrayList<>(all);
          command.addAll(List.of("-accept", address + ":" + port));
          return command;
        });
  }

  /** OpenSSH with a fresh Ed25519 key. */
  public static Server ssh(Path folder, String address, String... options)
      throws IOException, InterruptedException {
    run(
        folder,
        "openssh-client",
        Set.of(0),
        "ssh-keygen",
        "-q",
        "-t",
        "ed25519",
        "-N",
        "",
        "-f",
        "key");
    Files.createDirectories(Path.of("/run/sshd"));
    return serve(
        folder,
        "openssh-server",
        address,
        port -> {
          List<String> command =
              new ArrayList<>(
                  List.of("/usr/sbin/sshd", "-D", "-e", "-f", "/dev/null", "-p", "" + port));
          List.of(
                  "ListenAddress=" + address,
                  "HostKey=" + folder.resolve("key"),
                  "PidFile=none",
                  "PerSourcePenalties=no")
              .forEach(o -> command.addAll(List.of("-o", o)));
          List.of(options).forEach(o -> command.addAll(List.of("-o", o)));
          return command;
        });
  }

  private static Process start(Path folder, String debianPackage, List<String> command)
      throws IOException {
    try {
      return new ProcessBuilder(command)
          .directory(folder.toFile())
          .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
          .redirectErrorStream(true)
          .redirectOutput(folder.resolve(debianPackage + ".log").toFile())
          .start();
    } catch (IOException e) {
      throw new AssertionError("missing; type: sudo apt-get install -y " + debianPackage, e);
    }
  }

  private static String log(Path folder, String debianPackage) throws IOException {
    return Files.readString(folder.resolve(debianPackage + ".log"));
  }

  private static int freePort(String address) throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral(address))) {
      return socket.getLocalPort();
    }
  }
}
