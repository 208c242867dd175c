package dev.plumbline.probe.hostile;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.probe.hostile.Peer.Behaviour;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Optional;

/** {@link Peer} the other way round: it calls an address of this machine, time and again. */
public final class Caller implements AutoCloseable {
  private final String from;
  private final Endpoint to;
  private final Behaviour behaviour;
  private final Thread thread;
  private volatile boolean over;
  private volatile Optional<Socket> open = Optional.empty();

  private Caller(String from, Endpoint to, Behaviour behaviour) {
    this.from = from;
    this.to = to;
    this.behaviour = behaviour;
    this.thread = Thread.ofVirtual().name("caller").unstarted(this::call);
  }

  /**
   * Begins to call; while nobody listens it tries again.
   *
   * @param from the loopback address that it calls from
   */
  public static Caller from(String from, Endpoint to, Behaviour behaviour) {
    Caller caller = new Caller(from, to, behaviour);
    caller.thread.start();
    return caller;
  }

  private void call() {
    for (int number = 1; !over; number++) {
      try (Socket socket = new Socket()) {
        socket.bind(new InetSocketAddress(from, 0));
        socket.connect(new InetSocketAddress(to.address(), to.port()));
        open = Optional.of(socket);
        if (behaviour.accepts()) {
          behaviour.serve(socket, number);
        } else {
          socket.getInputStream().readAllBytes();
        }
      } catch (IOException e) {
        // Nobody listens yet, or has heard enough.
        Thread.onSpinWait();
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  @Override
  public void close() {
    over = true;
    try {
      if (open.isPresent()) {
        open.get().close();
      }
      thread.interrupt();
      thread.join();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
