package dev.plumbline.probes.websocketaccess;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.probe.hostile.Peer;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probe.run.Limits;
import dev.plumbline.probes.kit.WebDevice;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A WebSocket that opens for anybody and asks for the login in its first message. */
class CommandsBeforeTheLoginTest {
  private static final String REFUSED = "{\"type\":\"auth_invalid\",\"message\":\"log in\"}";
  private static final String CONFIG =
      "{\"id\":1,\"type\":\"result\",\"result\":{\"home\":\"Home\",\"psk\":\"haus-am-see-2019\"}}";

  /** For a device that goes away without closing the socket in the way of its protocol. */
  private static final String GONE = "gone";

  private static final String SOCKET = "/api/websocket";
  private static final String PAGE =
      "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n"
          + "<p>Hub<script>s=new WebSocket('wss://'+location.host+'/live');"
          + "s.send(JSON.stringify({get:'network'}))</script>";

  /** Answers each message as it is told; wants no origin where it is strict. */
  private static Peer.Behaviour device(
      String path, boolean strict, String greeting, UnaryOperator<String> replies) {
    return (client, n) -> {
      DataInputStream in = new DataInputStream(client.getInputStream());
      String head = head(in);
      if (!head.startsWith("GET " + path + " ") || !head.contains("Sec-WebSocket-Key")) {
        say(client, head.startsWith("GET / ") ? PAGE : WebDevice.notFound());
      } else if (strict && head.contains("Origin: ")) {
        say(client, WebDevice.answer("403 Forbidden", "", ""));
      } else {
        say(
            client,
            "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nSec-WebSocket-Accept: "
                + accept(head)
                + "\r\n\r\n");
        frame(client, greeting);
        String reply = replies.apply(message(in));
        if (reply.isEmpty()) {
          in.read();
        } else if (!reply.equals(GONE)) {
          frame(client, reply);
        }
      }
    };
  }

  private static String head(DataInputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) in.readUnsignedByte());
    }
    return head.toString();
  }

  private static String accept(String head) {
    String key = head.replaceAll("(?s).*Sec-WebSocket-Key: (\\S+).*", "$1");
    try {
      byte[] text = (key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(US_ASCII);
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-1").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String message(DataInputStream in) throws IOException {
    in.readUnsignedByte();
    byte[] mask = new byte[4];
    byte[] text = new byte[in.readUnsignedByte() & 0x7f];
    in.readFully(mask);
    in.readFully(text);
    for (int i = 0; i < text.length; i++) {
      text[i] ^= mask[i % 4];
    }
    return new String(text, US_ASCII);
  }

  private static void frame(Socket client, String text) throws IOException {
    OutputStream out = client.getOutputStream();
    out.write(0x81);
    out.write(text.length());
    say(client, text);
  }

  private static void say(Socket client, String text) throws IOException {
    client.getOutputStream().write(text.getBytes(US_ASCII));
    client.getOutputStream().flush();
  }

  private static Observation seenAt(Peer.Behaviour device) {
    try (Peer peer = Peer.at("127.77.53.11", device)) {
      String at = peer.endpoint().toString();
      return ProbeTrial.against(peer.endpoint())
          .limits(Limits.usual().hurried(Duration.ofSeconds(2), Duration.ofSeconds(20)))
          .given("service.identified", at, Map.of("protocol", "http", "tls", false))
          .run(new WebsocketAccessProbe())
          .one("websocket.access");
    }
  }

  @Test
  void aCommandThatIsAnsweredBeforeTheLoginIsFoundWhereNoPageMayOpenTheSocketToo() {
    Observation seen =
        seenAt(
            device(
                SOCKET,
                true,
                "{\"type\":\"auth_required\"}",
                m -> m.contains("get_config") ? CONFIG : REFUSED));
    assertThat(String.valueOf(seen.value().get("open")))
        .contains("kind=socket", "/api/websocket to {\"id\":1,\"type\":\"get_config\"}");
  }

  @Test
  void aMessageThatAPageNamesIsSaidToo() {
    Observation seen =
        seenAt(
            device(
                "/live",
                false,
                "{\"type\":\"auth_required\"}",
                m -> m.equals("{\"get\":\"network\"}") ? CONFIG : REFUSED));
    assertThat(String.valueOf(seen.value().get("open"))).contains("/live to {\"get\":\"network\"}");
  }

  @Test
  void aSocketThatRefusesEveryCommandGivesNoData() {
    Observation seen = seenAt(device(SOCKET, false, "{\"type\":\"auth_required\"}", m -> REFUSED));
    assertThat(seen.value().get("open"))
        .isEqualTo(List.of(Map.of("path", SOCKET, "kind", "socket")));
    assertThat(seen.coverage().get("unanswered")).isEqualTo(List.of());
  }

  @Test
  void aCommandThatIsNotAnsweredIsToldAsSuch() {
    Observation seen =
        seenAt(
            device(
                SOCKET,
                false,
                "{\"type\":\"auth_required\"}",
                m -> m.contains("get_states") ? "" : REFUSED));
    assertThat(seen.coverage().get("unanswered"))
        .isEqualTo(List.of(SOCKET + " to {\"id\":1,\"type\":\"get_states\"}"));
  }

  @Test
  void aDeviceThatGoesAwayAtACommandDidNotRefuseIt() {
    Observation seen =
        seenAt(
            device(
                SOCKET,
                false,
                "{\"type\":\"auth_required\"}",
                m -> m.contains("get_states") ? GONE : REFUSED));
    assertThat(seen.coverage().get("unanswered"))
        .isEqualTo(List.of(SOCKET + " to {\"id\":1,\"type\":\"get_states\"}"));
  }
}
