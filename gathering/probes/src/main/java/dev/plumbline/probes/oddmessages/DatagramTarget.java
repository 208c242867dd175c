package dev.plumbline.probes.oddmessages;

import dev.plumbline.client.datagram.DatagramClient;
import dev.plumbline.client.datagram.DnsMessages;
import dev.plumbline.client.datagram.Reply;
import dev.plumbline.client.datagram.SsdpAnswer;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.probe.ProbeContext;
import java.io.IOException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.IntFunction;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Type;

/** A service over UDP that answers an ordinary question of its protocol. */
final class DatagramTarget implements Target {
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final Duration BRIEF = Duration.ofMillis(150);

  /** RFC 6762, section 5.4: answer by unicast. */
  private static final int UNICAST = 0x8000;

  private final DatagramClient client;
  private final IntFunction<byte[]> questions;
  private final BiPredicate<byte[], byte[]> answers;
  private int next;

  private DatagramTarget(
      ProbeContext context,
      Endpoint endpoint,
      IntFunction<byte[]> questions,
      BiPredicate<byte[], byte[]> answers) {
    this.client = new DatagramClient(context, endpoint, PATIENCE);
    this.questions = questions;
    this.answers = answers;
  }

  /** An empty message is answered with a reset (RFC 7252, section 4.3). */
  static Target coap(ProbeContext context, Endpoint endpoint) {
    return new DatagramTarget(
        context,
        endpoint,
        number -> new byte[] {0x40, 0, 0x50, (byte) number},
        (asked, r) -> r.length == 4 && r[0] == 0x70 && r[1] == 0 && r[3] == asked[3]);
  }

  /** Who announces services answers which kinds there are (RFC 6763, section 9). */
  static Target mdns(ProbeContext context, Endpoint endpoint) {
    byte[] question =
        DnsMessages.question("_services._dns-sd._udp.local.", Type.PTR, DClass.IN | UNICAST, false);
    return new DatagramTarget(
        context,
        endpoint,
        number -> question,
        (asked, r) -> DnsMessages.announcement(asked, r).isPresent());
  }

  /** A search for everything (UPnP Device Architecture 2.0, section 1.3.2). */
  static Target ssdp(ProbeContext context, Endpoint endpoint) {
    byte[] search = SsdpAnswer.search("ssdp:all");
    return new DatagramTarget(
        context, endpoint, number -> search, (asked, r) -> SsdpAnswer.parse(r).isPresent());
  }

  /** Any answer to a query for the root's name servers, a refusal too. */
  static Target dns(ProbeContext context, Endpoint endpoint) {
    byte[] question = HexFormat.of().parseHex("504c000000010000000000000000020001");
    return new DatagramTarget(
        context,
        endpoint,
        number -> question,
        (asked, r) -> r.length >= 12 && r[0] == asked[0] && r[1] == asked[1] && r[2] < 0);
  }

  /** Discovery of the engine (RFC 3414, section 4), which needs neither community nor user. */
  static Target snmp(ProbeContext context, Endpoint endpoint) {
    byte[] question =
        HexFormat.of()
            .parseHex(
                "303e020103"
                    + "30110204504c5542020300ffe3040104020103"
                    + "0410300e0400020100020100040004000400"
                    + "301404000400a00e0204504c55420201000201003000");
    return new DatagramTarget(
        context, endpoint, number -> question, (asked, r) -> r.length > 20 && r[0] == 0x30);
  }

  @Override
  public Optional<byte[]> send(byte[] message) throws IOException, InterruptedException {
    return client.within(BRIEF).once(message).first();
  }

  @Override
  public Pulse pulse() throws InterruptedException {
    byte[] question = questions.apply(++next);
    Reply reply = client.ask(question);
    if (reply.refused()) {
      return Pulse.REFUSES;
    }
    return reply.first().filter(r -> answers.test(question, r)).isPresent()
        ? Pulse.WELL
        : Pulse.HANGS;
  }
}
