package dev.plumbline.probes.bacnetpresence;

import dev.plumbline.client.datagram.DatagramClient;
import dev.plumbline.client.datagram.Reply;
import dev.plumbline.client.datagram.UdpEndpoints;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.observation.network.BacnetPresence;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.ProbeSpec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads name, maker and model of the device object over BACnet/IP (ISO 16484-5, clauses 15.5 and
 * Annex J), whatever its number is. Writes nothing and sends no broadcast.
 */
public final class BacnetPresenceProbe implements Probe {

  private static final int PORT = 47808;
  private static final Duration PATIENCE = Duration.ofMillis(1_500);

  /** Properties of the device object, by number. */
  private static final Map<Integer, String> PROPERTIES =
      new LinkedHashMap<>(Map.of(77, "object-name", 121, "vendor-name", 70, "model-name"));

  private final ProbeSpec spec = ProbeSpec.load(BacnetPresenceProbe.class);
  private final Duration patience;

  public BacnetPresenceProbe() {
    this(PATIENCE);
  }

  BacnetPresenceProbe(Duration patience) {
    this.patience = patience;
  }

  @Override
  public ProbeSpec spec() {
    return spec;
  }

  @Override
  public void run(ProbeContext context) throws InterruptedException {
    context.each(
        UdpEndpoints.of(context, "bacnet", PORT),
        Endpoint::toString,
        endpoint -> {
          ask(context, endpoint);
        });
  }

  private void ask(ProbeContext context, Endpoint endpoint) throws InterruptedException {
    DatagramClient client = new DatagramClient(context, endpoint, patience);
    Map<String, String> properties = new LinkedHashMap<>();
    List<BacnetPresence.Open> open = new ArrayList<>();
    List<String> unanswered = new ArrayList<>();
    boolean present = false;
    int invoke = 0x50;
    for (int property : PROPERTIES.keySet().stream().sorted().toList()) {
      invoke++;
      Reply reply = client.ask(question(invoke, property));
      if (reply.first().isEmpty() && !present) {
        nothing(context, endpoint, reply);
        return;
      }
      byte[] answer = reply.first().orElse(new byte[0]);
      boolean value = answers(answer, invoke, 0x30);
      boolean answered = value || answers(answer, invoke, 0x50);
      present |= answered;
      if (!present) {
        context.undetermined(
            BacnetPresence.class,
            endpoint.toString(),
            "What came back answers no question of BACnet.");
        return;
      }
      String name = String.valueOf(PROPERTIES.get(property));
      if (!answered) {
        unanswered.add(name);
      }
      if (value) {
        properties.put(name, text(answer));
        open.add(new BacnetPresence.Open(name, "data"));
      }
    }
    context.seen(
        endpoint.toString(),
        new BacnetPresence(
            true,
            Optional.of(properties),
            Optional.of(open),
            Optional.of(List.copyOf(PROPERTIES.values())),
            Optional.of(unanswered),
            Optional.empty()));
  }

  private static void nothing(ProbeContext context, Endpoint endpoint, Reply reply) {
    if (reply.refused()) {
      context.seen(endpoint.toString(), BacnetPresence.portRefused());
    } else {
      context.undetermined(
          BacnetPresence.class,
          endpoint.toString(),
          "Whether it speaks BACnet cannot be told: " + reply.why());
    }
  }

  /** ReadProperty of the device object with the number that stands for any. */
  private static byte[] question(int invoke, int property) {
    return new byte[] {
      (byte) 0x81,
      0x0a,
      0,
      17,
      1,
      4,
      0,
      5,
      (byte) invoke,
      12,
      0x0c,
      0x02,
      0x3f,
      -1,
      -1,
      0x19,
      (byte) property
    };
  }

  /**
   * Whether it is an answer to that question.
   *
   * @param kind 0x30 with a value, 0x50 an error
   */
  private static boolean answers(byte[] datagram, int invoke, int kind) {
    return datagram.length >= 9
        && (datagram[0] & 0xff) == 0x81
        && (((datagram[2] & 0xff) << 8) | (datagram[3] & 0xff)) == datagram.length
        && datagram[4] == 1
        && (datagram[5] & 0xff) == 0
        && (datagram[6] & 0xf0) == kind
        && (datagram[7] & 0xff) == invoke
        && datagram[8] == 12;
  }

  /** The text in the value, between the tags 3e and 3f; empty where it is none. */
  private static String text(byte[] datagram) {
    for (int i = 9; i + 4 < datagram.length; i++) {
      if (datagram[i] == 0x3e && datagram[i + 1] == 0x75) {
        int length = Math.min((datagram[i + 2] & 0xff) - 1, datagram.length - i - 4);
        return length <= 0
            ? ""
            : new String(datagram, i + 4, length, StandardCharsets.UTF_8)
                .replaceAll("[\\x00-\\x1f]", "?");
      }
    }
    return "";
  }
}
