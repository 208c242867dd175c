package dev.plumbline.probe.run;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.probe.Calls;
import dev.plumbline.probe.Wire;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;

/** A listening socket that lets in the device under test and nobody else. */
final class LiveCalls implements Calls {
  private static final int BACKLOG = 8;

  private final Conduct conduct;
  private final ServerSocket listener;
  private final Runnable onClose;

  private LiveCalls(Conduct conduct, ServerSocket listener, Runnable onClose) {
    this.conduct = conduct;
    this.listener = listener;
    this.onClose = onClose;
  }

  static LiveCalls at(Conduct conduct, Endpoint place, InetAddress address, Runnable onClose)
      throws IOException {
    ServerSocket listener = new ServerSocket();
    try {
      listener.setReuseAddress(true);
      listener.bind(new InetSocketAddress(address, place.port()), BACKLOG);
    } catch (IOException e) {
      listener.close();
      throw new IOException("cannot wait at " + place + ": " + e.getMessage(), e);
    }
    return new LiveCalls(conduct, listener, onClose);
  }

  @Override
  public Optional<Wire> next(Duration patience) throws IOException, InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (true) {
      long left = end - System.nanoTime();
      if (left <= 0) {
        return Optional.empty();
      }
      Optional<Socket> caller = accept(left);
      if (caller.isEmpty()) {
        return Optional.empty();
      }
      if (conduct.scope().isTarget(caller.get().getInetAddress())) {
        return Optional.of(conduct.answer(caller.get()));
      }
      caller.get().close();
    }
  }

  private Optional<Socket> accept(long nanos) throws IOException, InterruptedException {
    try {
      listener.setSoTimeout((int) Math.max(1, nanos / 1_000_000));
      return Optional.of(listener.accept());
    } catch (SocketTimeoutException e) {
      return Optional.empty();
    } catch (IOException e) {
      if (Thread.interrupted()) {
        throw new InterruptedException("stopped while it waited for a call");
      }
      throw e;
    }
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      // It listens no more, which is all that is wanted.
    } finally {
      onClose.run();
    }
  }
}
