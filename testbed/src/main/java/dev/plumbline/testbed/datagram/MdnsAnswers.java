package dev.plumbline.testbed.datagram;

import dev.plumbline.testbed.net.PartContext;
import dev.plumbline.testbed.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.SRVRecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/**
 * A responder of multicast DNS that is asked directly. Settings: {@code host}, and {@code services}
 * by name: {@code kind} such as {@code _http._tcp}, {@code port}, {@code texts}.
 */
final class MdnsAnswers implements Function<byte[], List<byte[]>> {
  private static final int TTL = 120;
  private static final String KINDS = "_services._dns-sd._udp.local.";

  private final PartContext part;
  private final List<Record> records = new ArrayList<>();

  MdnsAnswers(PartContext part) {
    this.part = part;
    try {
      Name host = Name.fromString(part.settings().text("host", "device") + ".local.");
      for (var service : part.settings().child("services").children().entrySet()) {
        announce(service.getKey(), service.getValue(), host);
      }
    } catch (TextParseException e) {
      throw new IllegalArgumentException("no name for mDNS", e);
    }
  }

  private void announce(String name, Settings service, Name host) throws TextParseException {
    Name kind = Name.fromString(service.required("kind") + ".local.");
    Name instance = Name.fromString(name.replace(" ", "\\032"), kind);
    List<String> texts = service.texts("texts").stream().map(part::fill).toList();
    records.add(new PTRRecord(Name.fromString(KINDS), DClass.IN, TTL, kind));
    records.add(new PTRRecord(kind, DClass.IN, TTL, instance));
    records.add(new SRVRecord(instance, DClass.IN, TTL, 0, 0, service.number("port", 0), host));
    records.add(new TXTRecord(instance, DClass.IN, TTL, texts.isEmpty() ? List.of("") : texts));
  }

  @Override
  public List<byte[]> apply(byte[] question) {
    try {
      Message asked = new Message(question);
      Record what = asked.getQuestion();
      Message answer = new Message(asked.getHeader().getID());
      answer.getHeader().setFlag(Flags.QR);
      answer.getHeader().setFlag(Flags.AA);
      answer.addRecord(what, Section.QUESTION);
      records.stream()
          .filter(r -> r.getName().equals(what.getName()))
          .filter(r -> r.getType() == what.getType() || what.getType() == Type.ANY)
          .distinct()
          .forEach(r -> answer.addRecord(r, Section.ANSWER));
      return answer.getSection(Section.ANSWER).isEmpty() ? List.of() : List.of(answer.toWire());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
