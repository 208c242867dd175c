package dev.plumbline.probe.hostile;

import dev.plumbline.dossier.Endpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A UDP port on a loopback address of this machine that does to each datagram what it is told. */
public final class DatagramPeer implements AutoCloseable {
  private static final int LARGEST = 65_535;

  private final DatagramSocket socket;
  private final Thread server;
  private final List<byte[]> received = new CopyOnWriteArrayList<>();

  private DatagramPeer(DatagramSocket socket, Behaviour behaviour) {
    this.socket = socket;
    this.server = Thread.ofVirtual().name("datagram-peer").start(() -> serve(behaviour));
  }

  /** Starts at a free port of the address. */
  public static DatagramPeer at(String address, Behaviour behaviour) {
    return at(address, 0, behaviour);
  }

  /** Starts at that port. */
  public static DatagramPeer at(String address, int port, Behaviour behaviour) {
    InetAddress numeric = InetAddress.ofLiteral(address);
    if (!numeric.isLoopbackAddress()) {
      throw new IllegalArgumentException("a peer serves loopback only, not " + address);
    }
    try {
      return new DatagramPeer(new DatagramSocket(port, numeric), behaviour);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Endpoint endpoint() {
    InetSocketAddress at = (InetSocketAddress) socket.getLocalSocketAddress();
    String address = at.getAddress().getHostAddress();
    return Endpoint.udp(address.equals("0:0:0:0:0:0:0:1") ? "::1" : address, at.getPort());
  }

  /** Datagrams that came so far. */
  public List<byte[]> received() {
    return List.copyOf(received);
  }

  private void serve(Behaviour behaviour) {
    DatagramPacket got = new DatagramPacket(new byte[LARGEST], LARGEST);
    while (!socket.isClosed()) {
      try {
        got.setLength(LARGEST);
        socket.receive(got);
        byte[] question = Arrays.copyOf(got.getData(), got.getLength());
        received.add(question);
        behaviour.got(new Asked(socket, got.getSocketAddress(), question, received.size()));
      } catch (IOException e) {
        // Closed, or the asker has gone, as it may.
      }
    }
  }

  /** Stops; the port is free when this returns. */
  @Override
  public void close() {
    socket.close();
    try {
      // The kernel's socket is closed by the thread that waits in it, once that has woken up.
      server.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What a peer does with a datagram. */
  @FunctionalInterface
  public interface Behaviour {
    void got(Asked asked) throws IOException;
  }

  /** A datagram that came. */
  public static final class Asked {
    private final DatagramSocket socket;
    private final SocketAddress from;
    private final byte[] question;
    private final int number;

    private Asked(DatagramSocket socket, SocketAddress from, byte[] question, int number) {
      this.socket = socket;
      this.from = from;
      this.question = question;
      this.number = number;
    }

    public byte[] question() {
      return question.clone();
    }

    /** 1 for the first that came to the peer. */
    public int number() {
      return number;
    }

    public SocketAddress from() {
      return from;
    }

    /** Sends a datagram back. */
    public void answer(byte[] bytes) throws IOException {
      socket.send(new DatagramPacket(bytes, bytes.length, from));
    }

    /** Sends a datagram back from another port of the same address. */
    public void answerFromElsewhere(byte[] bytes) throws IOException {
      try (DatagramSocket other = new DatagramSocket(0, socket.getLocalAddress())) {
        other.send(new DatagramPacket(bytes, bytes.length, from));
      }
    }

    /** Stops to listen, so that all that follows is refused. */
    void leave() {
      socket.close();
    }
  }
}
