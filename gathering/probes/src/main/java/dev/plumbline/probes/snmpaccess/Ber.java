package dev.plumbline.probes.snmpaccess;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * As much of the Basic Encoding Rules (X.690) as SNMP uses: definite lengths and tags below 31. A
 * library that speaks SNMP would send by itself, past the scope and the rate.
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Ber(int tag, byte[] content) {
  static final int INTEGER = 0x02;
  static final int OCTETS = 0x04;
  static final int NULL = 0x05;
  static final int OID = 0x06;
  static final int SEQUENCE = 0x30;
  private static final int MOST_CHILDREN = 500;

  /** What comes is not of that form. */
  static final class MalformedException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedException(String message) {
      super(message);
    }
  }

  static Ber integer(long value) {
    return new Ber(INTEGER, java.math.BigInteger.valueOf(value).toByteArray());
  }

  static Ber octets(byte[] bytes) {
    return new Ber(OCTETS, bytes);
  }

  static Ber octets(String text) {
    return octets(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  static Ber of(int tag, Ber... children) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (Ber child : children) {
      all.writeBytes(child.bytes());
    }
    return new Ber(tag, all.toByteArray());
  }

  static Ber oid(String dotted) {
    String[] parts = dotted.split("\\.", -1);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(Integer.parseInt(parts[0]) * 40 + Integer.parseInt(parts[1]));
    for (int i = 2; i < parts.length; i++) {
      int value = Integer.parseInt(parts[i]);
      for (int shift = 28; shift > 0; shift -= 7) {
        if (value >>> shift != 0) {
          out.write(((value >>> shift) & 0x7f) | 0x80);
        }
      }
      out.write(value & 0x7f);
    }
    return new Ber(OID, out.toByteArray());
  }

  byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    if (content.length < 0x80) {
      out.write(content.length);
    } else {
      out.write(0x82);
      out.write(content.length >> 8);
      out.write(content.length);
    }
    out.writeBytes(content);
    return out.toByteArray();
  }

  /** The one value that the bytes hold. */
  static Ber parse(byte[] bytes) throws MalformedException {
    List<Ber> all = all(bytes);
    if (all.size() != 1) {
      throw new MalformedException("not one value but " + all.size());
    }
    return all.getFirst();
  }

  /** The values within. */
  List<Ber> children() throws MalformedException {
    return all(content);
  }

  private static List<Ber> all(byte[] bytes) throws MalformedException {
    List<Ber> all = new ArrayList<>();
    int at = 0;
    while (at < bytes.length) {
      if (at + 2 > bytes.length || (bytes[at] & 0x1f) == 0x1f || all.size() == MOST_CHILDREN) {
        throw new MalformedException("no value begins at " + at);
      }
      int tag = bytes[at++] & 0xff;
      long length = bytes[at++] & 0xff;
      if (length >= 0x80) {
        int more = (int) length & 0x7f;
        if (more == 0 || more > 4 || at + more > bytes.length) {
          throw new MalformedException("no length at " + at);
        }
        length = 0;
        for (int i = 0; i < more; i++) {
          length = (length << 8) | (bytes[at++] & 0xff);
        }
      }
      if (length > bytes.length - at) {
        throw new MalformedException("longer than what came");
      }
      all.add(new Ber(tag, java.util.Arrays.copyOfRange(bytes, at, at + (int) length)));
      at += (int) length;
    }
    return all;
  }

  long number() throws MalformedException {
    if (content.length == 0 || content.length > 8) {
      throw new MalformedException("not a whole number");
    }
    return new java.math.BigInteger(content).longValue();
  }

  String text() {
    return new String(content, StandardCharsets.ISO_8859_1);
  }

  String dotted() throws MalformedException {
    if (tag != OID || content.length == 0) {
      throw new MalformedException("not a name of an object");
    }
    StringBuilder text = new StringBuilder();
    int first = content[0] & 0xff;
    text.append(Math.min(2, first / 40)).append('.').append(first - 40 * Math.min(2, first / 40));
    long value = 0;
    for (int i = 1; i < content.length; i++) {
      value = ((value << 7) | (content[i] & 0x7f)) & 0xffff_ffffL;
      if (content[i] >= 0) {
        text.append('.').append(value);
        value = 0;
      }
    }
    return text.toString();
  }
}
