package dev.plumbline.client.tls;

/** Frames for messages of ours behind the hello. */
public final class Frames {
  private static final int CHANGE_CIPHER_SPEC = 20;

  private Frames() {}

  /** A handshake message with its header. */
  public static byte[] handshake(int type, byte[] body) {
    return new ByteWriter().u8(type).vector24(body).bytes();
  }

  /** A record. */
  public static byte[] record(int type, ProtocolVersion version, byte[] content) {
    return new ByteWriter().u8(type).u16(version.code()).vector16(content).bytes();
  }

  /** The record that changes the cipher. */
  public static byte[] changeCipher(ProtocolVersion version) {
    return record(CHANGE_CIPHER_SPEC, version, new byte[] {1});
  }

  /** Bytes with their length in front in one byte. */
  public static byte[] vector8(byte[] bytes) {
    return new ByteWriter().vector8(bytes).bytes();
  }

  /** Bytes with their length in front in two bytes. */
  public static byte[] vector16(byte[] bytes) {
    return new ByteWriter().vector16(bytes).bytes();
  }
}
