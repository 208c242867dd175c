package dev.plumbline.capture.kit;

import java.util.ArrayList;
import java.util.List;

/** Segments of one TCP connection, in order. */
public final class Connection {
  private final String client;
  private final int clientPort;
  private final String server;
  private final int serverPort;
  private final List<byte[]> packets = new ArrayList<>();
  private long clientNext;
  private long serverNext;

  public Connection(String client, int clientPort, String server, int serverPort) {
    this(client, clientPort, server, serverPort, 1_000, 9_000);
  }

  public Connection(
      String client, int clientPort, String server, int serverPort, long first, long second) {
    this.client = client;
    this.clientPort = clientPort;
    this.server = server;
    this.serverPort = serverPort;
    this.clientNext = first;
    this.serverNext = second;
  }

  public Connection open() {
    packets.add(fromClient("S", clientNext, new byte[0]));
    packets.add(fromServer("SA", serverNext, new byte[0]));
    clientNext++;
    serverNext++;
    packets.add(fromClient("A", clientNext, new byte[0]));
    return this;
  }

  public Connection client(byte[] data) {
    packets.add(fromClient("PA", clientNext, data));
    clientNext += data.length;
    return this;
  }

  public Connection server(byte[] data) {
    packets.add(fromServer("PA", serverNext, data));
    serverNext += data.length;
    return this;
  }

  /** A segment of the client somewhere else in its stream; moves nothing. */
  public Connection clientAt(int offset, byte[] data) {
    packets.add(fromClient("PA", clientNext + offset, data));
    return this;
  }

  public Connection client(String text) {
    return client(Bits.of().text(text).done());
  }

  public Connection server(String text) {
    return server(Bits.of().text(text).done());
  }

  public Connection refused() {
    packets.add(fromClient("S", clientNext, new byte[0]));
    packets.add(fromServer("RA", 0, new byte[0]));
    return this;
  }

  public Connection close() {
    packets.add(fromClient("FA", clientNext, new byte[0]));
    packets.add(fromServer("FA", serverNext, new byte[0]));
    return this;
  }

  public Connection reset() {
    packets.add(fromServer("R", serverNext, new byte[0]));
    return this;
  }

  private byte[] fromClient(String flags, long seq, byte[] data) {
    return Ip.tcp(client, clientPort, server, serverPort, flags, seq, data);
  }

  private byte[] fromServer(String flags, long seq, byte[] data) {
    return Ip.tcp(server, serverPort, client, clientPort, flags, seq, data);
  }

  public byte[][] packets() {
    return packets.toArray(byte[][]::new);
  }
}
