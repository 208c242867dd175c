package dev.plumbline.probe.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.core.Digest;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Ixit;
import dev.plumbline.probe.LinkGroup;
import dev.plumbline.probe.OutOfScopeException;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probe.run.network.Network;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatagramTest {
  private static final String HERE = "127.77.1.9";
  private static final byte[] QUESTION = "who?".getBytes(StandardCharsets.US_ASCII);

  @ParameterizedTest
  @ValueSource(strings = {HERE, "::1"})
  void whatTheEndpointSendsBackArrives(String address) throws Exception {
    try (DatagramChannel device = open(address);
        DatagramChannel asked = conduct(udp(device)).sendDatagram(udp(device), QUESTION)) {
      assertThat(asked.isBlocking()).isFalse();
      ByteBuffer got = ByteBuffer.allocate(16);
      SocketAddress from = Objects.requireNonNull(device.receive(got));
      assertThat(text(got)).isEqualTo("who?");
      device.send(ByteBuffer.wrap("me".getBytes(StandardCharsets.US_ASCII)), from);
      assertThat(heard(asked)).isEqualTo("me");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {HERE, "::1"})
  void aClosedPortIsRefused(String address) throws Exception {
    Endpoint closed;
    try (DatagramChannel gone = open(address)) {
      closed = udp(gone);
    }
    try (DatagramChannel asked = conduct(closed).sendDatagram(closed, QUESTION)) {
      assertThatThrownBy(() -> heard(asked)).isInstanceOf(PortUnreachableException.class);
    }
  }

  @Test
  void anEndpointOutsideTheScopeGetsNoPacket() throws IOException {
    try (DatagramChannel in = open(HERE);
        DatagramChannel out = open(HERE)) {
      assertThatThrownBy(() -> conduct(udp(in)).sendDatagram(udp(out), QUESTION))
          .isInstanceOf(OutOfScopeException.class);
      out.configureBlocking(false);
      assertThat(out.receive(ByteBuffer.allocate(16))).isNull();
    }
  }

  @Test
  void whatCannotBeSentIsToldApartFromSilence() {
    Endpoint tcp = Endpoint.tcp(HERE, 9);
    assertThatThrownBy(() -> conduct(tcp).sendDatagram(tcp, QUESTION))
        .hasMessageContaining("speaks UDP, not tcp");
    Endpoint udp = Endpoint.udp(HERE, 9);
    assertThatThrownBy(() -> conduct(udp).sendDatagram(udp, new byte[0]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aGroupIsAskedForDeclaredPortsAlone() {
    Endpoint in = Endpoint.udp(HERE, 1900);
    for (Endpoint out : List.of(Endpoint.udp(HERE, 5353), Endpoint.udp("127.77.1.10", 1900))) {
      assertThatThrownBy(() -> conduct(in).sendToGroup(out, LinkGroup.SSDP, QUESTION))
          .isInstanceOf(OutOfScopeException.class);
    }
  }

  /** Neither behind a router nor on the machine itself. */
  @ParameterizedTest
  @ValueSource(strings = {HERE, "::1"})
  void aGroupIsAskedInANetworkOfThisMachineAlone(String address) {
    Endpoint in = Endpoint.udp(address, 5353);
    assertThatThrownBy(() -> conduct(in).sendToGroup(in, LinkGroup.MDNS, QUESTION))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(OutOfScopeException.class)
        .hasMessageContaining("no network of this machine");
  }

  @Test
  void nobodyHearsThemselves() throws Exception {
    DatagramChannel asPeer = open(HERE);
    Endpoint itself = udp(asPeer);
    DatagramChannel other = DatagramChannel.open();
    Deque<DatagramChannel> given = new ArrayDeque<>(List.of(asPeer, other));
    try (DatagramChannel asked = conduct(itself, giving(given)).sendDatagram(itself, QUESTION)) {
      assertThat(asked).isSameAs(other);
      assertThat(asPeer.isOpen()).isFalse();
      assertThatThrownBy(() -> heard(asked)).isInstanceOf(PortUnreachableException.class);
    }
  }

  private static DatagramChannel open(String address) throws IOException {
    return DatagramChannel.open().bind(new InetSocketAddress(InetAddress.ofLiteral(address), 0));
  }

  private static Endpoint udp(DatagramChannel device) throws IOException {
    InetSocketAddress at = (InetSocketAddress) device.getLocalAddress();
    String address = at.getAddress().getHostAddress();
    return Endpoint.udp(address.contains(":") ? "::1" : address, at.getPort());
  }

  /** What arrives within a few seconds. */
  private static String heard(DatagramChannel asked) throws IOException {
    try (Selector selector = Selector.open()) {
      asked.register(selector, SelectionKey.OP_READ);
      selector.select(5_000);
      ByteBuffer got = ByteBuffer.allocate(16);
      assertThat(asked.receive(got)).as("something came").isNotNull();
      return text(got);
    }
  }

  private static String text(ByteBuffer got) {
    return StandardCharsets.US_ASCII.decode(got.flip()).toString();
  }

  private static Conduct conduct(Endpoint allowed) {
    return conduct(allowed, Network.SYSTEM);
  }

  private static Conduct conduct(Endpoint allowed, Network network) {
    Environment live = Environment.live((content, what, by) -> Digest.of(content), Limits.usual());
    Environment environment =
        new Environment(
            live.clock(), live.ticker(), live.limits(), network, live.evidence(), live.trust());
    return new Conduct(
        ProbeTrial.against(allowed).product(), new Ixit(Map.of()), environment, "trial");
  }

  private static Network giving(Deque<DatagramChannel> channels) {
    return new Network() {
      @Override
      public SocketChannel channel(InetAddress address) throws IOException {
        return Network.SYSTEM.channel(address);
      }

      @Override
      public DatagramChannel datagrams() {
        return channels.remove();
      }

      @Override
      public List<InetAddress> resolve(String host) {
        throw new AssertionError("a name was asked for: " + host);
      }
    };
  }
}
