package dev.plumbline.testbed.datagram;

import dev.plumbline.testbed.net.PartContext;
import dev.plumbline.testbed.settings.Settings;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;

/**
 * An agent of SNMP. Settings: {@code communities}: {@code read} or {@code write} by community, for
 * versions 1 and 2c; {@code user} of version 3 that reads without authentication; {@code engine}:
 * its name in hexadecimal; {@code values}: texts by object. Keeps what it is told to keep in mind
 * no longer than the answer.
 */
final class SnmpAnswers implements Function<byte[], List<byte[]>> {
  private static final int GET = 0xa0;
  private static final int RESPONSE = 0xa2;
  private static final int SET = 0xa3;
  private static final int REPORT = 0xa8;
  private static final int NO_SUCH_OBJECT = 0x80;
  private static final int NO_ACCESS = 6;
  private static final Tlv UNKNOWN_USER = oid("2b060106030f01010300");
  private static final Tlv UNKNOWN_ENGINE = oid("2b060106030f01010400");

  private final PartContext part;
  private final Settings settings;

  SnmpAnswers(PartContext part) {
    this.part = part;
    this.settings = part.settings();
  }

  private static Tlv oid(String hex) {
    return new Tlv(6, HexFormat.of().parseHex(hex));
  }

  @Override
  public List<byte[]> apply(byte[] question) {
    List<Tlv> message = Tlv.read(question).getFirst().parts();
    int version = message.getFirst().content()[0];
    return version == 3 ? user(message) : community(message);
  }

  private List<byte[]> community(List<Tlv> message) {
    String right = settings.child("communities").text(message.get(1).text(), "");
    if (right.isEmpty()) {
      return List.of();
    }
    Tlv answer = answer(message.get(2), right.equals("write"));
    return List.of(Tlv.of(0x30, message.getFirst(), message.get(1), answer).bytes());
  }

  private List<byte[]> user(List<Tlv> message) {
    List<Tlv> usm = Tlv.read(message.get(2).content()).getFirst().parts();
    Tlv engine = new Tlv(4, HexFormat.of().parseHex(settings.text("engine", "8000000004")));
    List<Tlv> scoped = message.get(3).parts();
    String user = usm.get(3).text();
    boolean known = !user.isEmpty() && user.equals(settings.text("user", ""));
    Tlv pdu =
        known
            ? answer(scoped.get(2), false)
            : Tlv.of(
                REPORT,
                scoped.get(2).parts().getFirst(),
                Tlv.number(0),
                Tlv.number(0),
                Tlv.of(
                    0x30,
                    Tlv.of(0x30, user.isEmpty() ? UNKNOWN_ENGINE : UNKNOWN_USER, Tlv.number(1))));
    Tlv security =
        Tlv.of(0x30, engine, Tlv.number(1), Tlv.number(9), usm.get(3), Tlv.text(""), Tlv.text(""));
    return List.of(
        Tlv.of(
                0x30,
                message.getFirst(),
                message.get(1),
                new Tlv(4, security.bytes()),
                Tlv.of(0x30, engine, Tlv.text(""), pdu))
            .bytes());
  }

  private Tlv answer(Tlv pdu, boolean writes) {
    List<Tlv> fields = pdu.parts();
    boolean refused = pdu.tag() != GET && !(pdu.tag() == SET && writes);
    List<Tlv> bindings = new ArrayList<>();
    for (Tlv binding : fields.get(3).parts()) {
      Tlv name = binding.parts().getFirst();
      Tlv asked = binding.parts().get(1);
      bindings.add(Tlv.of(0x30, name, pdu.tag() == GET ? value(name) : asked));
    }
    return Tlv.of(
        RESPONSE,
        fields.getFirst(),
        Tlv.number(refused ? NO_ACCESS : 0),
        Tlv.number(0),
        Tlv.of(0x30, bindings.toArray(Tlv[]::new)));
  }

  private Tlv value(Tlv name) {
    return settings
        .child("values")
        .text(HexFormat.of().formatHex(name.content()))
        .map(text -> Tlv.text(part.fill(text)))
        .orElseGet(() -> new Tlv(NO_SUCH_OBJECT, new byte[0]));
  }
}
