package dev.plumbline.benchmarks;

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

/** Debian's OpenSSH server as it comes, with keys and a port of its own. */
final class Sshd implements AutoCloseable {
  private static final int TRIES = 200;
  private static final Path PRIVILEGE_SEPARATION = Path.of("/run/sshd");

  private final Process process;
  private final int port;

  private Sshd(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static Sshd start(Path scratch, String address) throws IOException, InterruptedException {
    Path own = Files.createTempDirectory(scratch, "sshd");
    for (List<String> key :
        List.of(List.of("ed25519", "256"), List.of("rsa", "3072"), List.of("ecdsa", "256"))) {
      Program.of(
              "ssh-keygen",
              "-q",
              "-N",
              "",
              "-t",
              key.get(0),
              "-b",
              key.get(1),
              "-f",
              own.resolve(key.get(0)).toString())
          .run(scratch)
          .expecting(0);
    }
    int port = freePort(address);
    // The penalties would count against whoever asks second.
    Path config =
        Files.writeString(
            own.resolve("config"),
            """
            ListenAddress %s
            Port %d
            HostKey %s/ed25519
            HostKey %s/rsa
            HostKey %s/ecdsa
            UsePAM no
            PidFile none
            MaxStartups 100
            PerSourcePenalties no
            """
                .formatted(address, port, own, own, own));
    if (Files.isWritable(PRIVILEGE_SEPARATION.getParent())) {
      Files.createDirectories(PRIVILEGE_SEPARATION);
    }
    Process process =
        new ProcessBuilder("/usr/sbin/sshd", "-D", "-e", "-f", config.toString())
            .redirectErrorStream(true)
            .redirectOutput(own.resolve("log").toFile())
            .start();
    Sshd sshd = new Sshd(process, port);
    try {
      sshd.await(address, own.resolve("log"));
    } catch (IOException | InterruptedException | RuntimeException e) {
      sshd.close();
      throw e;
    }
    return sshd;
  }

  private void await(String address, Path log) throws IOException, InterruptedException {
    for (int i = 0; i < TRIES && process.isAlive(); i++) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(address, port), 100);
        return;
      } catch (IOException notYet) {
        process.waitFor(25, TimeUnit.MILLISECONDS);
      }
    }
    throw new IOException("sshd did not start: " + Files.readString(log));
  }

  int port() {
    return port;
  }

  private static int freePort(String address) {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(address))) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}
