package dev.plumbline.probes.snmpaccess;

import dev.plumbline.probes.snmpaccess.Ber.MalformedException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A message of SNMP, of version 3 as far as it is neither authenticated nor encrypted.
 *
 * @param version 0 for 1, 1 for 2c, 3
 * @param who community, or user name
 * @param engine of the agent (version 3)
 * @param boots and {@code time} of that engine
 * @param pdu tag of what it carries
 * @param id of the request; in version 3 of the message, as a report need not know the request
 * @param error status; 0 for none
 * @param values by the name of the object
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record SnmpMessage(
    int version,
    String who,
    byte[] engine,
    long boots,
    long time,
    int pdu,
    long id,
    long error,
    Map<String, Ber> values) {
  static final int GET = 0xa0;
  static final int RESPONSE = 0xa2;
  static final int SET = 0xa3;
  static final int REPORT = 0xa8;

  /** An answer has no value there (RFC 3416, section 3: noSuchObject and the like). */
  private static final int EXCEPTIONS = 0x80;

  private static final int USM = 3;
  private static final int LARGEST = 65_507;
  private static final int REPORTABLE = 4;

  /** A question for values, in a version with communities. */
  static byte[] get(int version, String community, long id, List<String> names) {
    return community(version, community, pdu(GET, id, nothing(names)));
  }

  /** Sets one value. */
  static byte[] set(int version, String community, long id, String name, Ber value) {
    Map<String, Ber> values = new LinkedHashMap<>();
    values.put(name, value);
    return community(version, community, pdu(SET, id, values));
  }

  private static byte[] community(int version, String community, Ber pdu) {
    return Ber.of(Ber.SEQUENCE, Ber.integer(version), Ber.octets(community), pdu).bytes();
  }

  /** A question of version 3 without authentication; without an engine it asks which one it is. */
  static byte[] user(
      String user, byte[] engine, long boots, long time, long id, List<String> names) {
    Ber usm =
        Ber.of(
            Ber.SEQUENCE,
            Ber.octets(engine),
            Ber.integer(boots),
            Ber.integer(time),
            Ber.octets(user),
            Ber.octets(""),
            Ber.octets(""));
    return Ber.of(
            Ber.SEQUENCE,
            Ber.integer(USM),
            Ber.of(
                Ber.SEQUENCE,
                Ber.integer(id),
                Ber.integer(LARGEST),
                Ber.octets(new byte[] {REPORTABLE}),
                Ber.integer(USM)),
            Ber.octets(usm.bytes()),
            Ber.of(Ber.SEQUENCE, Ber.octets(engine), Ber.octets(""), pdu(GET, id, nothing(names))))
        .bytes();
  }

  private static Map<String, Ber> nothing(List<String> names) {
    Map<String, Ber> values = new LinkedHashMap<>();
    names.forEach(n -> values.put(n, new Ber(Ber.NULL, new byte[0])));
    return values;
  }

  private static Ber pdu(int tag, long id, Map<String, Ber> values) {
    List<Ber> bindings = new ArrayList<>();
    values.forEach((name, value) -> bindings.add(Ber.of(Ber.SEQUENCE, Ber.oid(name), value)));
    return Ber.of(
        tag,
        Ber.integer(id),
        Ber.integer(0),
        Ber.integer(0),
        Ber.of(Ber.SEQUENCE, bindings.toArray(Ber[]::new)));
  }

  static SnmpMessage parse(byte[] bytes) throws MalformedException {
    List<Ber> parts = parts(Ber.parse(bytes), Ber.SEQUENCE, 3);
    int version = (int) parts.getFirst().number();
    if (version == 0 || version == 1) {
      Ber pdu = parts.get(2);
      return of(version, parts.get(1).text(), List.of(), pdu, parts(pdu, pdu.tag(), 4).getFirst());
    }
    if (version != USM || parts.size() < 4) {
      throw new MalformedException("version " + version);
    }
    List<Ber> usm = parts(Ber.parse(parts.get(2).content()), Ber.SEQUENCE, 4);
    List<Ber> scoped = parts(parts.get(3), Ber.SEQUENCE, 3);
    Ber id = parts(parts.get(1), Ber.SEQUENCE, 4).getFirst();
    return of(version, usm.get(3).text(), usm, scoped.get(2), id);
  }

  private static SnmpMessage of(int version, String who, List<Ber> usm, Ber pdu, Ber id)
      throws MalformedException {
    List<Ber> fields = parts(pdu, pdu.tag(), 4);
    Map<String, Ber> values = new LinkedHashMap<>();
    for (Ber binding : parts(fields.get(3), Ber.SEQUENCE, 0)) {
      List<Ber> pair = parts(binding, Ber.SEQUENCE, 2);
      values.put(pair.getFirst().dotted(), pair.get(1));
    }
    return new SnmpMessage(
        version,
        who,
        usm.isEmpty() ? new byte[0] : usm.getFirst().content(),
        usm.isEmpty() ? 0 : usm.get(1).number(),
        usm.isEmpty() ? 0 : usm.get(2).number(),
        pdu.tag(),
        id.number(),
        fields.get(1).number(),
        values);
  }

  private static List<Ber> parts(Ber whole, int tag, int least) throws MalformedException {
    List<Ber> parts = whole.children();
    if (whole.tag() != tag || parts.size() < least) {
      throw new MalformedException("not of the form of SNMP");
    }
    return parts;
  }

  /** Whether it gives at least one value to a question. */
  boolean gives(long asked) {
    return pdu == RESPONSE
        && id == asked
        && error == 0
        && values.values().stream()
            .anyMatch(v -> v.tag() != Ber.NULL && (v.tag() & 0xf0) != EXCEPTIONS);
  }
}
