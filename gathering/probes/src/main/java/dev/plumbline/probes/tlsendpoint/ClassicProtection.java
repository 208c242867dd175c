package dev.plumbline.probes.tlsendpoint;

import dev.plumbline.client.tls.ProtocolVersion;
import dev.plumbline.client.tls.RecordOpener;
import dev.plumbline.client.tls.TlsFormatException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Protection of records in one direction, TLS 1.0 to 1.2. The MAC of what comes in is not checked:
 * nothing is believed because of it.
 */
final class ClassicProtection implements RecordOpener {
  private static final int TAG = 16;
  private static final int EXPLICIT = 8;

  private final ProtocolVersion version;
  private final ClassicSuite suite;
  private final SecretKey key;
  private final byte[] macKey;
  private final boolean seals;
  private byte[] iv;
  private Cipher stream;
  private long sequence;

  /**
   * @param seals whether for what we send; else for what we get
   */
  ClassicProtection(
      ProtocolVersion version,
      ClassicSuite suite,
      byte[] key,
      byte[] macKey,
      byte[] iv,
      boolean seals)
      throws GeneralSecurityException {
    this.version = version;
    this.suite = suite;
    this.key = new SecretKeySpec(key, suite.bulk().algorithm());
    this.macKey = macKey.clone();
    this.iv = iv.clone();
    this.seals = seals;
    this.stream = Cipher.getInstance("ARCFOUR");
    if (suite.bulk() == ClassicSuite.Bulk.RC4) {
      stream.init(mode(), this.key);
    }
  }

  private int mode() {
    return seals ? Cipher.ENCRYPT_MODE : Cipher.DECRYPT_MODE;
  }

  /** The protected content of a record. */
  byte[] seal(int type, byte[] content) throws GeneralSecurityException {
    byte[] header = header(type, content.length);
    long number = sequence++;
    return switch (suite.bulk()) {
      case GCM -> {
        byte[] explicit = ByteBuffer.allocate(EXPLICIT).putLong(number).array();
        byte[] sealed = aead(ClassicKeys.join(iv, explicit), header, content);
        yield ClassicKeys.join(explicit, sealed);
      }
      case CHACHA -> aead(mask(number), header, content);
      case RC4 -> stream.update(ClassicKeys.join(content, mac(header, content)));
      case AES_CBC, TRIPLE_DES_CBC -> {
        byte[] padded = pad(ClassicKeys.join(content, mac(header, content)));
        byte[] start = chained() ? iv : Hellos.random(suite.bulk().blockBytes());
        byte[] sealed = cbc(start, padded);
        iv = Arrays.copyOfRange(sealed, sealed.length - iv.length, sealed.length);
        yield chained() ? sealed : ClassicKeys.join(start, sealed);
      }
    };
  }

  @Override
  public Opened open(int type, int recordVersion, byte[] content) throws TlsFormatException {
    try {
      return new Opened(type, opened(type, content));
    } catch (GeneralSecurityException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new TlsFormatException("sends a record that its own key does not open");
    }
  }

  private byte[] opened(int type, byte[] content) throws GeneralSecurityException {
    long number = sequence++;
    return switch (suite.bulk()) {
      case GCM -> {
        byte[] nonce = ClassicKeys.join(iv, Arrays.copyOf(content, EXPLICIT));
        byte[] sealed = Arrays.copyOfRange(content, EXPLICIT, content.length);
        yield aead(nonce, numbered(number, type, sealed.length - TAG), sealed);
      }
      case CHACHA -> aead(mask(number), numbered(number, type, content.length - TAG), content);
      case RC4 -> strip(stream.update(content), 0);
      case AES_CBC, TRIPLE_DES_CBC -> {
        int block = suite.bulk().blockBytes();
        byte[] start = chained() ? iv : Arrays.copyOf(content, block);
        byte[] sealed = chained() ? content : Arrays.copyOfRange(content, block, content.length);
        byte[] padded = cbc(start, sealed);
        iv = Arrays.copyOfRange(content, content.length - block, content.length);
        yield strip(padded, 1 + (padded[padded.length - 1] & 0xFF));
      }
    };
  }

  private byte[] strip(byte[] content, int padding) {
    return Arrays.copyOf(content, content.length - padding - suite.macBytes());
  }

  /** TLS 1.0 starts each record with the last block of the one before. */
  private boolean chained() {
    return version == ProtocolVersion.TLS10;
  }

  private byte[] pad(byte[] content) {
    int block = suite.bulk().blockBytes();
    int padding = block - content.length % block;
    byte[] padded = Arrays.copyOf(content, content.length + padding);
    Arrays.fill(padded, content.length, padded.length, (byte) (padding - 1));
    return padded;
  }

  private byte[] cbc(byte[] start, byte[] content) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(suite.bulk().algorithm() + "/CBC/NoPadding");
    cipher.init(mode(), key, new IvParameterSpec(start));
    return cipher.doFinal(content);
  }

  private byte[] aead(byte[] nonce, byte[] header, byte[] content) throws GeneralSecurityException {
    boolean gcm = suite.bulk() == ClassicSuite.Bulk.GCM;
    Cipher cipher = Cipher.getInstance(gcm ? "AES/GCM/NoPadding" : "ChaCha20-Poly1305");
    cipher.init(
        mode(), key, gcm ? new GCMParameterSpec(TAG * 8, nonce) : new IvParameterSpec(nonce));
    cipher.updateAAD(header);
    return cipher.doFinal(content);
  }

  private byte[] mask(long number) {
    byte[] nonce = iv.clone();
    for (int i = 0; i < 8; i++) {
      nonce[nonce.length - 1 - i] ^= (byte) (number >> (8 * i));
    }
    return nonce;
  }

  private byte[] header(int type, int length) {
    return numbered(sequence, type, length);
  }

  private byte[] numbered(long number, int type, int length) {
    return ByteBuffer.allocate(13)
        .putLong(number)
        .put((byte) type)
        .putShort((short) version.code())
        .putShort((short) length)
        .array();
  }

  private byte[] mac(byte[] header, byte[] content) throws GeneralSecurityException {
    String name = "Hmac" + suite.mac();
    Mac mac = Mac.getInstance(name);
    mac.init(new SecretKeySpec(macKey, name));
    mac.update(header);
    return mac.doFinal(content);
  }
}
