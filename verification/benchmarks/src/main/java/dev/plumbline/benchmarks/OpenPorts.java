package dev.plumbline.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Twenty ports that take connections and close them, spread over the whole range. */
final class OpenPorts implements AutoCloseable {
  private static final int COUNT = 20;
  private static final int FIRST = 23;
  private static final int STEP = 3_276;

  private final List<ServerSocketChannel> servers = new ArrayList<>();
  private final Set<Integer> ports = new TreeSet<>();

  private OpenPorts() {}

  static OpenPorts on(String address) throws IOException {
    OpenPorts open = new OpenPorts();
    for (int i = 0; i < COUNT; i++) {
      ServerSocketChannel server = ServerSocketChannel.open();
      open.servers.add(server);
      server.bind(new InetSocketAddress(InetAddress.getByName(address), FIRST + i * STEP));
      open.ports.add(FIRST + i * STEP);
      Thread.ofPlatform().daemon().start(() -> serve(server));
    }
    return open;
  }

  private static void serve(ServerSocketChannel server) {
    while (server.isOpen()) {
      try {
        server.accept().close();
      } catch (IOException closed) {
        // Either the peer or we ended it.
      }
    }
  }

  Set<Integer> ports() {
    return Set.copyOf(ports);
  }

  @Override
  public void close() throws IOException {
    for (ServerSocketChannel server : servers) {
      server.close();
    }
  }
}
