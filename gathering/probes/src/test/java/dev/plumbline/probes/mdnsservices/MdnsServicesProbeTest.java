package dev.plumbline.probes.mdnsservices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.client.datagram.DnsMessages;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.hostile.DatagramContract;
import dev.plumbline.probe.hostile.DatagramPeer;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probe.hostile.ProbeTrial.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

class MdnsServicesProbeTest extends DatagramContract {
  @Override
  protected Probe probe() {
    return new MdnsServicesProbe(Duration.ofMillis(40));
  }

  @Override
  protected String spoken() {
    return "mdns";
  }

  @Override
  protected byte[] answer() {
    byte[] answer = DnsMessages.question("_other._tcp.local.", 12, 1, false);
    answer[2] = (byte) 0x84;
    return answer;
  }

  @Override
  protected String address() {
    return "127.77.56.1";
  }

  /** Who tells its kinds and falls silent has not said that there is nothing of them. */
  @Test
  void whatAResponderDoesNotTellFurtherIsSaidToBeUnanswered() {
    try (DatagramPeer responder =
        DatagramPeer.at(
            address(),
            asked -> {
              if (new String(asked.question(), StandardCharsets.ISO_8859_1).contains("_services")) {
                asked.answer(kinds(asked.question()));
              }
            })) {
      Result result =
          introduce(ProbeTrial.against(responder.endpoint()), responder.endpoint())
              .run(new MdnsServicesProbe(Duration.ofMillis(500)));
      assertThat(result.one("mdns.services").value()).containsEntry("services", List.of());
      assertThat(result.one("service.disclosed").coverage().get("unanswered"))
          .isEqualTo(List.of("_http._tcp.local."));
    }
  }

  private static byte[] kinds(byte[] question) throws IOException {
    Message answer = new Message(question);
    answer.getHeader().setFlag(Flags.QR);
    answer.addRecord(
        new PTRRecord(
            answer.getQuestion().getName(), DClass.IN, 9, Name.fromString("_http._tcp.local.")),
        Section.ANSWER);
    return answer.toWire();
  }

  /** A responder that leaves a kind out of its list and answers for it all the same. */
  @Test
  void aKindThatTheListHidesIsAskedForByItsName() {
    try (DatagramPeer responder =
        DatagramPeer.at(
            address(),
            asked -> {
              Message answer = new Message(asked.question());
              answer.getHeader().setFlag(Flags.QR);
              Name name = answer.getQuestion().getName();
              boolean texts = answer.getQuestion().getType() == Type.TXT;
              String text = name.toString();
              if (text.startsWith("_services")) {
                asked.answer(kinds(asked.question()));
              } else if (text.equals("_esphomelib._tcp.local.")) {
                answer.addRecord(
                    new PTRRecord(name, DClass.IN, 9, Name.fromString("hub." + text)),
                    Section.ANSWER);
                asked.answer(answer.toWire());
              } else if (text.startsWith("hub.") && texts) {
                answer.addRecord(
                    new TXTRecord(name, DClass.IN, 9, "mac=02:6e:48:a1:7e:31"), Section.ANSWER);
                asked.answer(answer.toWire());
              }
            })) {
      Result result =
          introduce(ProbeTrial.against(responder.endpoint()), responder.endpoint())
              .run(new MdnsServicesProbe(Duration.ofMillis(500)));
      assertThat(result.one("mdns.services").texts("kinds")).contains("_esphomelib._tcp.local");
      assertThat(result.one("service.disclosed").value().toString()).contains("02:6e:48:a1:7e:31");
      assertThat(String.valueOf(result.one("service.disclosed").coverage().get("unanswered")))
          .contains("_http._tcp.local.")
          .doesNotContain("_ipp._tcp");
    }
  }
}
