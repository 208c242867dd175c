package dev.plumbline.testbed.mqtt;

import dev.plumbline.testbed.net.Conversation;
import dev.plumbline.testbed.net.DeviceAccounts;
import dev.plumbline.testbed.net.Part;
import dev.plumbline.testbed.net.PartContext;
import dev.plumbline.testbed.net.TcpServer;
import dev.plumbline.testbed.tls.TlsEnvelope;
import java.io.IOException;
import java.net.InetSocketAddress;

/**
 * An MQTT 3.1.1 broker, over TLS when the settings have a {@code tls} mapping. Further settings:
 * {@code open} (clients without a login are let in), {@code topics} (retained messages by topic),
 * {@code guard}, {@code crashesAt} (length of a client's name that makes it fall over; 0: none) and
 * {@code downMillis}.
 */
public final class MqttPart implements Part {
  private final TcpServer server;

  private MqttPart(TcpServer server) {
    this.server = server;
  }

  /** Starts the broker. */
  public static MqttPart start(PartContext part) throws IOException {
    DeviceAccounts accounts = part.login();
    Conversation conversation =
        (in, out) -> new MqttClientTalk(part, accounts, in, out).untilItLeaves();
    if (!part.settings().child("tls").values().isEmpty()) {
      conversation = TlsEnvelope.of(part).around(conversation);
    }
    return new MqttPart(TcpServer.start(part.address(), part.port(), conversation, part.silence()));
  }

  @Override
  public InetSocketAddress endpoint() {
    return server.endpoint();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
