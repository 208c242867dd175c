package dev.plumbline.probes.kit;

import dev.plumbline.dossier.Endpoint;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** libcoap's example server at a loopback address, ended with the test. */
public final class CoapServer implements AutoCloseable {
  private static final long START_NANOS = TimeUnit.SECONDS.toNanos(30);
  private static final byte[] PING = {0x40, 0, 'P', 'L'};

  private final Process process;
  private final Endpoint endpoint;

  private CoapServer(Process process, Endpoint endpoint) {
    this.process = process;
    this.endpoint = endpoint;
  }

  /**
   * Starts the server and waits until it answers a ping. It speaks DTLS at the next port.
   *
   * @param options as on its command line
   */
  public static CoapServer start(String address, Path dir, List<String> options)
      throws IOException, InterruptedException {
    int port = freePort(address);
    Path log = dir.resolve("coap" + port + ".log");
    List<String> command =
        new ArrayList<>(List.of("coap-server-openssl", "-A", address, "-p", "" + port));
    command.addAll(options);
    Process process;
    try {
      process =
          new ProcessBuilder(command)
              .directory(dir.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
    } catch (IOException e) {
      throw new AssertionError("missing; type: sudo apt-get install -y libcoap3-bin", e);
    }
    long end = System.nanoTime() + START_NANOS;
    while (System.nanoTime() < end && process.isAlive()) {
      if (answers(address, port)) {
        return new CoapServer(process, Endpoint.udp(address, port));
      }
    }
    process.destroyForcibly();
    throw new AssertionError("coap-server did not start: " + Files.readString(log));
  }

  private static boolean answers(String address, int port) throws InterruptedException {
    try (DatagramSocket socket = new DatagramSocket(0, InetAddress.ofLiteral(address))) {
      socket.connect(InetAddress.ofLiteral(address), port);
      socket.setSoTimeout(500);
      socket.send(new DatagramPacket(PING, PING.length));
      socket.receive(new DatagramPacket(new byte[64], 64));
      return true;
    } catch (IOException notYet) {
      TimeUnit.MILLISECONDS.sleep(20);
      return false;
    }
  }

  /** A port that is free, and the next one too. */
  private static int freePort(String address) throws IOException {
    InetAddress at = InetAddress.ofLiteral(address);
    for (int i = 0; i < 100; i++) {
      int port = pair(at);
      if (port > 0) {
        return port;
      }
    }
    throw new IOException("no two free ports in a row at " + address);
  }

  /** The first of two free ports in a row, or 0. */
  private static int pair(InetAddress at) {
    try (DatagramSocket first = new DatagramSocket(0, at);
        DatagramSocket next = new DatagramSocket(first.getLocalPort() + 1, at)) {
      return next.getLocalPort() - 1;
    } catch (IOException | IllegalArgumentException taken) {
      return 0;
    }
  }

  public Endpoint endpoint() {
    return endpoint;
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
