package dev.plumbline.probe.run.network;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;

/**
 * Tries with the kernel's own calls. A socket whose connection was refused is used for the next
 * port, so that a closed port costs no socket. For one thread.
 */
public final class LinuxTries implements PortTries {
  private static final int NO_SOCKET = -1;
  // The kernel's wait knows nothing of a thread's interruption.
  private static final long LONGEST_WAIT_MILLIS = 100;

  private final Arena memory = Arena.ofConfined();
  private final LinuxSockets sockets = new LinuxSockets(memory);
  private final LinuxSockets.Address peer;
  private final Map<Integer, Integer> waiting = new HashMap<>();
  private int spare = NO_SOCKET;

  LinuxTries(InetAddress address) {
    this.peer = LinuxSockets.Address.of(address, memory);
  }

  /** Whether the system is one for which the calls are known, and this program may make them. */
  static boolean arePossible() {
    return LinuxSockets.areUsable();
  }

  @Override
  public Answer start(int port) {
    int socket = spare == NO_SOCKET ? sockets.open(peer.family()) : spare;
    spare = NO_SOCKET;
    if (socket < 0) {
      return Answer.NONE;
    }
    peer.port(port);
    int error = sockets.connect(socket, peer);
    if (error == LinuxSockets.IN_PROGRESS) {
      // A near device has answered by now; asking at once is cheaper than waiting for the news.
      error = sockets.connect(socket, peer);
    }
    return told(socket, port, error);
  }

  @Override
  public void settle(long millis, Listener listener) throws IOException {
    int[] ports = waiting.keySet().stream().mapToInt(Integer::intValue).toArray();
    int[] all = new int[ports.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = waiting.getOrDefault(ports[i], NO_SOCKET);
    }
    boolean[] ready = sockets.await(all, Math.min(millis, LONGEST_WAIT_MILLIS));
    for (int i = 0; i < all.length; i++) {
      if (ready[i]) {
        peer.port(ports[i]);
        waiting.remove(ports[i]);
        Answer answer = told(all[i], ports[i], sockets.connect(all[i], peer));
        if (answer != Answer.WAITING) {
          listener.settled(ports[i], answer);
        }
      }
    }
  }

  /** What an attempt to connect says; the socket waits, is kept for the next port, or is closed. */
  private Answer told(int socket, int port, int error) {
    return switch (error) {
      case 0, LinuxSockets.CONNECTED -> {
        // The kernel may choose the asked port as our source port, and the two ends of our own
        // socket meet. Nobody listens there.
        boolean myself = sockets.isBoundTo(socket, peer);
        sockets.close(socket);
        yield myself ? Answer.REFUSED : Answer.OPEN;
      }
      case LinuxSockets.RESET -> {
        // Whoever resets a connection had taken it; a closed port refuses.
        sockets.close(socket);
        yield Answer.OPEN;
      }
      case LinuxSockets.REFUSED -> {
        keep(socket);
        yield Answer.REFUSED;
      }
      case LinuxSockets.IN_PROGRESS, LinuxSockets.ALREADY -> {
        waiting.put(port, socket);
        yield Answer.WAITING;
      }
      default -> {
        sockets.close(socket);
        yield Answer.NONE;
      }
    };
  }

  private void keep(int socket) {
    if (spare == NO_SOCKET) {
      spare = socket;
    } else {
      sockets.close(socket);
    }
  }

  @Override
  public void abandon(int port) {
    Integer socket = waiting.remove(port);
    if (socket != null) {
      sockets.close(socket);
    }
  }

  @Override
  public void close() {
    waiting.values().forEach(sockets::close);
    waiting.clear();
    if (spare != NO_SOCKET) {
      sockets.close(spare);
      spare = NO_SOCKET;
    }
    memory.close();
  }
}
