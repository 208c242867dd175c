package dev.plumbline.probe.run;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.core.Digest;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Ixit;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probe.run.network.Network;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConnectTest {
  private static final InetAddress HERE = InetAddress.ofLiteral("127.77.1.12");

  @Test
  void ourOwnSocketThatMeetsItselfIsNoPeer() throws IOException {
    Endpoint closed = Endpoint.tcp(HERE.getHostAddress(), closedPort());
    Environment live = Environment.live((content, what, by) -> Digest.of(content), Limits.usual());
    Environment meeting =
        new Environment(
            live.clock(),
            live.ticker(),
            live.limits(),
            from(closed.port()),
            live.evidence(),
            live.trust());
    Conduct conduct =
        new Conduct(ProbeTrial.against(closed).product(), new Ixit(Map.of()), meeting, "trial");
    assertThatThrownBy(() -> conduct.connect(closed, Duration.ofSeconds(5)))
        .isInstanceOf(ConnectException.class)
        .hasMessageContaining("nobody listens");
  }

  private static int closedPort() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, HERE)) {
      return taken.getLocalPort();
    }
  }

  /** A system that gives that port to each socket, as it may to any. */
  private static Network from(int port) {
    return new Network() {
      @Override
      public SocketChannel channel(InetAddress address) throws IOException {
        return Network.SYSTEM.channel(address).bind(new InetSocketAddress(address, port));
      }

      @Override
      public DatagramChannel datagrams() {
        throw new AssertionError("no datagram was to be sent");
      }

      @Override
      public List<InetAddress> resolve(String host) {
        throw new AssertionError("a name was asked for: " + host);
      }
    };
  }
}
