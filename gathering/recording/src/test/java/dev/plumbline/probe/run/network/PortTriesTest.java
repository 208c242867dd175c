package dev.plumbline.probe.run.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.probe.run.network.PortTries.Answer;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Both ways of trying ports say the same of the same peers. */
class PortTriesTest {
  private static final InetAddress HERE = InetAddress.ofLiteral("127.77.31.1");
  private static final InetAddress SIX = InetAddress.ofLiteral("::1");

  enum Way {
    CHANNELS {
      @Override
      PortTries to(InetAddress address) throws IOException {
        return new ChannelTries(Network.SYSTEM, address);
      }
    },
    KERNEL {
      @Override
      PortTries to(InetAddress address) {
        return new LinuxTries(address);
      }
    };

    abstract PortTries to(InetAddress address) throws IOException;
  }

  @Test
  void theKernelsCallsMayBeMadeHere() {
    assertThat(LinuxTries.arePossible()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void openAndClosedPortsAreToldApartWhateverCameBefore(Way way) throws IOException {
    for (InetAddress address : List.of(HERE, SIX)) {
      try (ServerSocket open = new ServerSocket(0, 50, address);
          PortTries tries = way.to(address)) {
        int closed = closedPort(address);
        for (int i = 0; i < 3; i++) {
          assertThat(answer(tries, closed)).as("%s closed", address).isEqualTo(Answer.REFUSED);
          assertThat(answer(tries, open.getLocalPort())).as("%s", address).isEqualTo(Answer.OPEN);
          assertThat(answer(tries, closed)).as("%s closed", address).isEqualTo(Answer.REFUSED);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void anOpenPortSeesOneConnectionThatEnds(Way way) throws IOException {
    try (ServerSocket open = new ServerSocket(0, 50, HERE);
        PortTries tries = way.to(HERE)) {
      answer(tries, open.getLocalPort());
      try (Socket seen = open.accept()) {
        assertThat(seen.getInputStream().read()).isEqualTo(-1);
      }
    }
  }

  /** The reset may come before anybody looks whether the connection was taken. */
  @ParameterizedTest
  @EnumSource
  void aPortThatResetsEveryConnectionIsOpen(Way way) throws IOException {
    try (ServerSocket hasty = new ServerSocket(0, 50, HERE);
        PortTries tries = way.to(HERE)) {
      Map<Integer, Answer> told = new LinkedHashMap<>();
      told.put(hasty.getLocalPort(), tries.start(hasty.getLocalPort()));
      try (Socket taken = hasty.accept()) {
        taken.setSoLinger(true, 0);
      }
      if (told.containsValue(Answer.WAITING)) {
        tries.settle(1000, told::put);
      }
      assertThat(told).containsExactly(Map.entry(hasty.getLocalPort(), Answer.OPEN));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aSilentPortWaitsUntilItAnswersOrIsAbandoned(Way way) throws IOException {
    try (ServerSocket mute = new ServerSocket(0, 1, HERE);
        ServerSocket other = new ServerSocket(0, 1, HERE);
        PortTries tries = way.to(HERE)) {
      List<Socket> filling = new ArrayList<>(fill(mute));
      filling.addAll(fill(other));
      assertThat(tries.start(mute.getLocalPort())).isEqualTo(Answer.WAITING);
      assertThat(tries.start(other.getLocalPort())).isEqualTo(Answer.WAITING);
      assertThat(tries.start(closedPort(HERE))).isEqualTo(Answer.REFUSED);
      Map<Integer, Answer> told = new LinkedHashMap<>();
      tries.settle(0, told::put);
      assertThat(told).isEmpty();
      tries.abandon(other.getLocalPort());
      // The kernel asks again after a second, and is heard then.
      mute.accept().close();
      mute.accept().close();
      while (told.isEmpty()) {
        tries.settle(5_000, told::put);
      }
      assertThat(told).isEqualTo(Map.of(mute.getLocalPort(), Answer.OPEN));
      for (Socket socket : filling) {
        socket.close();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void anAddressWithoutARouteGivesNoAnswer(Way way) throws IOException {
    InetAddress nowhere =
        Inet6Address.getByAddress(null, InetAddress.ofLiteral("fe80::1").getAddress(), 9_999);
    try (PortTries tries = way.to(nowhere)) {
      assertThat(tries.start(9)).isEqualTo(Answer.NONE);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aSocketThatMeetsItselfIsNoOpenPort(Way way) throws IOException {
    InetAddress own = InetAddress.ofLiteral("127.0.0.1");
    try (PortTries tries = way.to(own)) {
      for (int port = 32_768; port < 60_999; port++) {
        if (answer(tries, port) == Answer.OPEN) {
          assertThat(isTaken(own, port)).as("port %d", port).isTrue();
        }
      }
    }
  }

  private static boolean isTaken(InetAddress address, int port) {
    try (ServerSocket free = new ServerSocket(port, 1, address)) {
      return free.isClosed();
    } catch (IOException taken) {
      return true;
    }
  }

  private static Answer answer(PortTries tries, int port) throws IOException {
    Map<Integer, Answer> told = new LinkedHashMap<>();
    told.put(port, tries.start(port));
    while (told.containsValue(Answer.WAITING)) {
      tries.settle(1_000, told::put);
    }
    return told.getOrDefault(port, Answer.NONE);
  }

  private static int closedPort(InetAddress address) throws IOException {
    try (ServerSocket once = new ServerSocket(0, 1, address)) {
      return once.getLocalPort();
    }
  }

  /** Takes every place in the queue of a server that accepts nobody. */
  private static List<Socket> fill(ServerSocket server) throws IOException {
    List<Socket> all = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      Socket socket = new Socket();
      socket.connect(new InetSocketAddress(server.getInetAddress(), server.getLocalPort()), 1_000);
      all.add(socket);
    }
    return all;
  }
}
