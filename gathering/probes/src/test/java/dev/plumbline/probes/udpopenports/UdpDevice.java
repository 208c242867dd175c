package dev.plumbline.probes.udpopenports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A UDP port on a loopback address of this machine that does with each datagram what it is told.
 */
final class UdpDevice implements AutoCloseable {
  /** Takes what comes and never answers. */
  static final Behaviour SILENT = (socket, number, got) -> {};

  static final Behaviour ECHO =
      (socket, number, got) -> answer(socket, got.getSocketAddress(), bytes(got));

  private final DatagramSocket socket;
  private final List<byte[]> received = new CopyOnWriteArrayList<>();

  private UdpDevice(DatagramSocket socket, Behaviour behaviour) {
    this.socket = socket;
    Thread.ofVirtual().name("udp-device").start(() -> serve(behaviour));
  }

  static UdpDevice at(String address, Behaviour behaviour) {
    return at(address, 0, behaviour);
  }

  static UdpDevice at(String address, int port, Behaviour behaviour) {
    try {
      return new UdpDevice(new DatagramSocket(port, InetAddress.ofLiteral(address)), behaviour);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return socket.getLocalPort();
  }

  /** Datagrams that came so far. */
  List<byte[]> received() {
    return received;
  }

  static void answer(DatagramSocket from, SocketAddress to, byte[] bytes) throws IOException {
    from.send(new DatagramPacket(bytes, bytes.length, to));
  }

  private void serve(Behaviour behaviour) {
    DatagramPacket got = new DatagramPacket(new byte[4096], 4096);
    while (!socket.isClosed()) {
      try {
        got.setLength(4096);
        socket.receive(got);
        received.add(bytes(got));
        behaviour.got(socket, received.size(), got);
      } catch (IOException e) {
        // Closed, or the asker has gone, as it may.
      }
    }
  }

  private static byte[] bytes(DatagramPacket got) {
    return java.util.Arrays.copyOf(got.getData(), got.getLength());
  }

  @Override
  public void close() {
    socket.close();
  }

  /** What the device does with a datagram. */
  interface Behaviour {
    /**
     * @param number 1 for the first
     */
    void got(DatagramSocket socket, int number, DatagramPacket packet) throws IOException;
  }
}
