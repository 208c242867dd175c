package dev.plumbline.testbed.net;

import dev.plumbline.testbed.settings.Settings;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** A UDP port. A mute one takes what comes and says nothing. */
public final class UdpServer implements AutoCloseable {
  private static final int LARGEST = 65_507;

  private volatile DatagramSocket socket;
  private volatile boolean closed;
  private final InetSocketAddress endpoint;
  private final Thread thread;
  private final boolean fromElsewhere;
  private final Settings faults;

  private UdpServer(
      DatagramSocket socket,
      Function<byte[], List<byte[]>> answers,
      boolean fromElsewhere,
      Settings faults) {
    this.socket = socket;
    this.faults = faults;
    this.fromElsewhere = fromElsewhere;
    this.endpoint = new InetSocketAddress(socket.getLocalAddress(), socket.getLocalPort());
    this.thread =
        Thread.ofPlatform()
            .daemon()
            .name("testbed-udp-" + socket.getLocalPort())
            .unstarted(() -> serve(answers));
  }

  /**
   * Starts to listen.
   *
   * @param port 0 for any free port
   * @param answers the datagrams with which a datagram is answered; a runtime exception is none
   * @param fromElsewhere whether each answer comes from a port of its own
   * @param faults {@code crashesAt}: bytes of a datagram that make it fall over, {@code
   *     downMillis}: for how long (1000)
   * @throws IOException when the address or port cannot be had
   */
  public static UdpServer start(
      InetAddress address,
      int port,
      Function<byte[], List<byte[]>> answers,
      boolean fromElsewhere,
      Silence silence,
      Settings faults)
      throws IOException {
    DatagramSocket socket;
    try {
      socket = new DatagramSocket(new InetSocketAddress(address, port));
    } catch (IOException e) {
      throw new IOException(
          address.getHostAddress() + ":" + port + " over UDP: " + e.getMessage(), e);
    }
    UdpServer server =
        new UdpServer(
            socket,
            silence == Silence.NONE ? answers : question -> List.of(),
            fromElsewhere,
            silence == Silence.NONE ? faults : Settings.NONE);
    server.thread.start();
    return server;
  }

  public InetSocketAddress endpoint() {
    return endpoint;
  }

  private void serve(Function<byte[], List<byte[]>> answers) {
    DatagramPacket got = new DatagramPacket(new byte[LARGEST], LARGEST);
    while (!closed) {
      try {
        got.setLength(LARGEST);
        socket.receive(got);
        byte[] question = Arrays.copyOf(got.getData(), got.getLength());
        if (question.length >= faults.number("crashesAt", Integer.MAX_VALUE)) {
          fall();
          continue;
        }
        for (byte[] answer : answers.apply(question)) {
          send(new DatagramPacket(answer, answer.length, got.getSocketAddress()));
        }
      } catch (IOException | RuntimeException ignored) {
        // Nonsense, or an asker that has gone: what a device on a network meets every day.
      }
    }
  }

  private void send(DatagramPacket answer) throws IOException {
    if (!fromElsewhere) {
      socket.send(answer);
      return;
    }
    try (DatagramSocket other = new DatagramSocket(0, socket.getLocalAddress())) {
      other.send(answer);
    }
  }

  /** The program that serves the port falls over, and is started again after a while. */
  private void fall() throws IOException {
    socket.close();
    try {
      Thread.sleep(faults.number("downMillis", 1_000));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    if (!closed) {
      socket = new DatagramSocket(endpoint);
    }
  }

  /** Stops listening. The port is free when this returns. */
  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    socket.close();
    try {
      thread.join();
      socket.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
