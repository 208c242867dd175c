package dev.plumbline.testbed.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A listening port. Each connection is served by a virtual thread of its own. */
public final class TcpServer implements AutoCloseable {
  private static final int IDLE_MILLIS = 30_000;

  private final InetSocketAddress endpoint;
  private final Conversation conversation;
  private final Silence silence;
  private volatile Thread acceptor;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile ServerSocket listener;
  private volatile boolean stopped;

  private TcpServer(ServerSocket listener, Conversation conversation, Silence silence) {
    this.listener = listener;
    this.endpoint = new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort());
    this.conversation = conversation;
    this.silence = silence;
    this.acceptor = acceptor();
  }

  private Thread acceptor() {
    return Thread.ofPlatform()
        .daemon()
        .name("testbed-" + endpoint.getPort())
        .unstarted(this::accept);
  }

  /**
   * Starts to listen.
   *
   * @param port 0 for any free port
   * @throws IOException when the address or port cannot be had
   */
  public static TcpServer start(
      InetAddress address, int port, Conversation conversation, Silence silence)
      throws IOException {
    ServerSocket listener = listen(new InetSocketAddress(address, port));
    TcpServer server = new TcpServer(listener, conversation, silence);
    server.acceptor.start();
    return server;
  }

  private static ServerSocket listen(InetSocketAddress at) throws IOException {
    ServerSocket listener = new ServerSocket();
    try {
      listener.setReuseAddress(true);
      listener.bind(at, 512);
      return listener;
    } catch (IOException e) {
      listener.close();
      throw new IOException(
          at.getAddress().getHostAddress() + ":" + at.getPort() + ": " + e.getMessage(), e);
    }
  }

  public InetSocketAddress endpoint() {
    return endpoint;
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        take(listener.accept());
      } catch (IOException ignored) {
        // A connection that died while it was accepted. When the listener is closed the loop ends.
      }
    }
  }

  private void take(Socket socket) throws IOException {
    open.add(socket);
    if (listener.isClosed()) {
      drop(socket);
    } else if (silence == Silence.RESETS) {
      socket.setSoLinger(true, 0);
      drop(socket);
    } else if (silence == Silence.NONE) {
      Thread.ofVirtual().start(() -> serve(socket));
    }
  }

  private void serve(Socket socket) {
    try {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(IDLE_MILLIS);
      conversation.talk(socket.getInputStream(), socket.getOutputStream());
    } catch (FallException fall) {
      fall(fall.millis());
    } catch (IOException ignored) {
      // Peers that break off or send nonsense are what a device on a network meets every day.
    } finally {
      drop(socket);
    }
  }

  /** Stops, with all connections, and listens again after a while. */
  private void fall(int millis) {
    try {
      synchronized (this) {
        listener.close();
        open.forEach(this::drop);
      }
      acceptor.join();
      Thread.sleep(millis);
      synchronized (this) {
        if (!stopped) {
          listener = listen(endpoint);
          acceptor = acceptor();
          acceptor.start();
        }
      }
    } catch (IOException stolen) {
      // Another program took the port meanwhile: the part stays down.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void drop(Socket socket) {
    open.remove(socket);
    try {
      socket.close();
    } catch (IOException ignored) {
      // Closed is what it should be; there is nothing left to do.
    }
  }

  /** Stops listening and drops every connection. The port is free when this returns. */
  @Override
  public void close() throws IOException {
    synchronized (this) {
      stopped = true;
      listener.close();
    }
    try {
      // The kernel's socket is closed by the thread that waits in it, once that has woken up.
      acceptor.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    open.forEach(this::drop);
  }
}
