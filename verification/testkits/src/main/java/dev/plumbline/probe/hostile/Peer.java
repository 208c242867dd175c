package dev.plumbline.probe.hostile;

import dev.plumbline.dossier.Endpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A TCP server on a loopback address of this machine that does to each client what it is told. */
public final class Peer implements AutoCloseable {
  private final ServerSocket server;
  private final Behaviour behaviour;
  private final AtomicInteger connections = new AtomicInteger();
  private final Set<Integer> served = ConcurrentHashMap.newKeySet();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final Thread acceptor = Thread.ofVirtual().name("peer").unstarted(this::serve);

  private Peer(ServerSocket server, Behaviour behaviour) {
    this.server = server;
    this.behaviour = behaviour;
  }

  /** Starts at a free port of the address. */
  public static Peer at(String address, Behaviour behaviour) {
    return at(address, 0, behaviour);
  }

  /** Starts at that port. */
  public static Peer at(String address, int port, Behaviour behaviour) {
    InetAddress numeric = InetAddress.ofLiteral(address);
    if (!numeric.isLoopbackAddress()) {
      throw new IllegalArgumentException("a peer serves loopback only, not " + address);
    }
    try {
      Peer peer = new Peer(new ServerSocket(port, 64, numeric), behaviour);
      if (behaviour.accepts()) {
        peer.acceptor.start();
      }
      return peer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Endpoint endpoint() {
    String address = server.getInetAddress().getHostAddress();
    return Endpoint.tcp(address.equals("0:0:0:0:0:0:0:1") ? "::1" : address, server.getLocalPort());
  }

  /** How many clients were accepted so far. */
  public int connections() {
    return connections.get();
  }

  /** How many clients have called by now, those included that have not been accepted yet. */
  int called() {
    // Clients are taken in the order in which they called.
    try (Socket last = new Socket(server.getInetAddress(), server.getLocalPort())) {
      int port = last.getLocalPort();
      while (!served.contains(port) && !server.isClosed()) {
        Thread.onSpinWait();
      }
      return connections.get() - 1;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void serve() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        open.add(client);
        int number = connections.incrementAndGet();
        served.add(client.getPort());
        Thread.ofVirtual().name("peer-client").start(() -> serve(client, number));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket client, int number) {
    try (client) {
      behaviour.serve(client, number);
    } catch (IOException e) {
      // The probe has gone, as it may.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(client);
    }
  }

  /** Stops listening and drops every client. The port is free when this returns. */
  @Override
  public void close() {
    try {
      server.close();
      if (behaviour.accepts()) {
        // The kernel's socket is closed by the thread that waits in it, once that has woken up.
        acceptor.join();
      }
      for (Socket client : open) {
        client.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What a peer does. */
  @FunctionalInterface
  public interface Behaviour {
    /**
     * Serves a client; the socket is closed afterwards.
     *
     * @param number 1 for the first client
     */
    void serve(Socket client, int number) throws IOException, InterruptedException;

    /** Whether clients are taken from the queue at all. */
    default boolean accepts() {
      return true;
    }
  }
}
