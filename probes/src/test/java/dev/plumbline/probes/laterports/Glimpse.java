package dev.plumbline.probes.laterports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A port that takes one client and is closed from then on. */
final class Glimpse implements AutoCloseable {
  private final ServerSocket server;
  private final Thread thread;
  private volatile boolean called;

  private Glimpse(ServerSocket server) {
    this.server = server;
    this.thread = Thread.ofPlatform().name("glimpse").start(this::serve);
  }

  static Glimpse at(String address) {
    try {
      return new Glimpse(new ServerSocket(0, 1, InetAddress.getByName(address)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return server.getLocalPort();
  }

  boolean wasCalled() {
    return called;
  }

  private void serve() {
    try (server;
        Socket client = server.accept()) {
      called = client.isConnected();
    } catch (IOException e) {
      // Nobody called.
    }
  }

  @Override
  public void close() {
    try {
      server.close();
      thread.join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
