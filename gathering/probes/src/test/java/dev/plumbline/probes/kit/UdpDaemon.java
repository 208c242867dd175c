package dev.plumbline.probes.kit;

import dev.plumbline.dossier.Endpoint;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** A server of Debian at a loopback address that speaks over UDP, ended with the test. */
public final class UdpDaemon implements AutoCloseable {
  private static final long START_NANOS = TimeUnit.SECONDS.toNanos(30);
  private static final int LOOK_EVERY_MILLIS = 50;

  private final Process process;
  private final Endpoint endpoint;

  private UdpDaemon(Process process, Endpoint endpoint) {
    this.process = process;
    this.endpoint = endpoint;
  }

  /**
   * Starts a server and waits until its port no longer refuses datagrams.
   *
   * @param debianPackage what to install when it is missing
   * @param question a datagram that does no harm
   * @param command for the port that it is to listen at
   */
  public static UdpDaemon start(
      String address,
      Path directory,
      String debianPackage,
      byte[] question,
      IntFunction<List<String>> command)
      throws IOException, InterruptedException {
    int port;
    try (DatagramSocket free = new DatagramSocket(0, InetAddress.ofLiteral(address))) {
      port = free.getLocalPort();
    }
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
      if (listens(new InetSocketAddress(InetAddress.ofLiteral(address), port), question)) {
        return new UdpDaemon(process, Endpoint.udp(address, port));
      }
      process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }
    process.destroyForcibly();
    throw new AssertionError(debianPackage + " did not start: " + Files.readString(log));
  }

  /** A port that is closed refuses at once on this machine; one that is silent is open. */
  private static boolean listens(InetSocketAddress at, byte[] question) throws IOException {
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.connect(at);
      socket.setSoTimeout(LOOK_EVERY_MILLIS);
      socket.send(new DatagramPacket(question, question.length));
      socket.receive(new DatagramPacket(new byte[4096], 4096));
      return true;
    } catch (SocketTimeoutException silent) {
      return true;
    } catch (PortUnreachableException notYet) {
      return false;
    }
  }

  public Endpoint endpoint() {
    return endpoint;
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
