package dev.plumbline.probes.tlsendpoint;

import dev.plumbline.client.tls.CipherSuite;
import dev.plumbline.client.tls.RecordOpener;
import dev.plumbline.client.tls.TlsFormatException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Key schedule of TLS 1.3 (RFC 8446, 7.1), as far as the server's handshake traffic. */
final class Tls13Keys {
  /** The suites that can be opened. */
  static final List<Integer> SUITES = List.of(0x1301, 0x1302, 0x1303);

  private static final int IV = 12;
  private static final int TAG_BITS = 128;
  private static final int DATA = 23;

  private final String hash;
  private final int hashBytes;

  private Tls13Keys(boolean sha384) {
    this.hash = sha384 ? "SHA-384" : "SHA-256";
    this.hashBytes = sha384 ? 48 : 32;
  }

  /** What opens the records that the server protects right behind its hello. */
  static RecordOpener server(
      CipherSuite suite, byte[] shared, byte[] clientHello, byte[] serverHello)
      throws TlsFormatException {
    try {
      Tls13Keys keys = new Tls13Keys(suite.code() == 0x1302);
      byte[] secret = keys.handshakeSecret(shared);
      MessageDigest transcript = MessageDigest.getInstance(keys.hash);
      transcript.update(clientHello);
      byte[] traffic =
          keys.expand(secret, "s hs traffic", transcript.digest(serverHello), keys.hashBytes);
      byte[] key = keys.expand(traffic, "key", new byte[0], suite.code() == 0x1301 ? 16 : 32);
      byte[] iv = keys.expand(traffic, "iv", new byte[0], IV);
      return new Opener(suite.isChaCha(), key, iv);
    } catch (GeneralSecurityException e) {
      throw new TlsFormatException("cannot compute the keys: " + e.getMessage());
    }
  }

  private byte[] handshakeSecret(byte[] shared) throws GeneralSecurityException {
    byte[] zeros = new byte[hashBytes];
    byte[] early = hmac(zeros, zeros);
    byte[] empty = MessageDigest.getInstance(hash).digest();
    return hmac(expand(early, "derived", empty, hashBytes), shared);
  }

  /** HKDF-Expand-Label; one or two blocks are all that is ever needed. */
  byte[] expand(byte[] secret, String label, byte[] context, int length)
      throws GeneralSecurityException {
    byte[] name = ("tls13 " + label).getBytes(StandardCharsets.US_ASCII);
    byte[] info = new byte[4 + name.length + context.length];
    info[0] = (byte) (length >> 8);
    info[1] = (byte) length;
    info[2] = (byte) name.length;
    System.arraycopy(name, 0, info, 3, name.length);
    info[3 + name.length] = (byte) context.length;
    System.arraycopy(context, 0, info, 4 + name.length, context.length);
    byte[] block = Arrays.copyOf(info, info.length + 1);
    block[info.length] = 1;
    return Arrays.copyOf(hmac(secret, block), length);
  }

  private byte[] hmac(byte[] key, byte[] data) throws GeneralSecurityException {
    String name = "Hmac" + hash.replace("-", "");
    Mac mac = Mac.getInstance(name);
    mac.init(new SecretKeySpec(key, name));
    return mac.doFinal(data);
  }

  private static final class Opener implements RecordOpener {
    private final boolean chaCha;
    private final byte[] key;
    private final byte[] iv;
    private long sequence;

    Opener(boolean chaCha, byte[] key, byte[] iv) {
      this.chaCha = chaCha;
      this.key = key;
      this.iv = iv;
    }

    @Override
    public Opened open(int type, int version, byte[] content) throws TlsFormatException {
      if (type != DATA) {
        return new Opened(type, content);
      }
      byte[] nonce = iv.clone();
      for (int i = 0; i < 8; i++) {
        nonce[IV - 1 - i] ^= (byte) (sequence >> (8 * i));
      }
      sequence++;
      byte[] header = HexFormat.of().parseHex("170303");
      byte[] additional = Arrays.copyOf(header, 5);
      additional[3] = (byte) (content.length >> 8);
      additional[4] = (byte) content.length;
      try {
        Cipher cipher = Cipher.getInstance(chaCha ? "ChaCha20-Poly1305" : "AES/GCM/NoPadding");
        cipher.init(
            Cipher.DECRYPT_MODE,
            new SecretKeySpec(key, chaCha ? "ChaCha20" : "AES"),
            chaCha ? new IvParameterSpec(nonce) : new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(additional);
        return unpad(cipher.doFinal(content));
      } catch (GeneralSecurityException e) {
        throw new TlsFormatException("sends a record that its own key does not open");
      }
    }

    /** The true content type stands behind the content, before zeros. */
    private static Opened unpad(byte[] inner) throws TlsFormatException {
      int end = inner.length - 1;
      while (end >= 0 && inner[end] == 0) {
        end--;
      }
      if (end < 0) {
        throw new TlsFormatException("sends a record without content");
      }
      return new Opened(inner[end] & 0xFF, Arrays.copyOf(inner, end));
    }
  }
}
