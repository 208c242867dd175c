package dev.plumbline.probes.driven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Optional;

/** The one port of a {@link ScriptedDevice}, which comes and goes at the same number. */
final class ScriptedDevicePort {
  private final InetSocketAddress address;
  private Optional<ServerSocket> open;

  private ScriptedDevicePort(ServerSocket first) {
    this.address = (InetSocketAddress) first.getLocalSocketAddress();
    this.open = Optional.of(first);
  }

  static ScriptedDevicePort at(String address) {
    try {
      return new ScriptedDevicePort(new ServerSocket(0, 1024, InetAddress.ofLiteral(address)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int number() {
    return address.getPort();
  }

  void turn(boolean on) {
    try {
      if (on && open.isEmpty()) {
        ServerSocket again = new ServerSocket();
        again.setReuseAddress(true);
        again.bind(address, 1024);
        open = Optional.of(again);
      } else if (!on && open.isPresent()) {
        open.get().close();
        open = Optional.empty();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
