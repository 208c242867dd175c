package dev.plumbline.probes.sshendpoint;

import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Ciphers and MACs that can be computed, by the names of the protocol. */
final class SshCiphers {
  static final List<String> CIPHERS =
      List.of(
          "aes128-ctr",
          "aes256-ctr",
          "aes192-ctr",
          "aes128-gcm@openssh.com",
          "aes256-gcm@openssh.com",
          "aes128-cbc",
          "aes256-cbc",
          "3des-cbc");

  static final List<String> MACS =
      List.of(
          "hmac-sha2-256",
          "hmac-sha2-512",
          "hmac-sha2-256-etm@openssh.com",
          "hmac-sha2-512-etm@openssh.com",
          "hmac-sha1",
          "hmac-sha1-etm@openssh.com",
          "hmac-md5");

  private static final String OVER_SEALED = "-etm@openssh.com";

  private static final Map<String, Hash> HASHES =
      Map.of(
          "hmac-sha2-256",
          new Hash("HmacSHA256", 32),
          "hmac-sha2-512",
          new Hash("HmacSHA512", 64),
          "hmac-sha1",
          new Hash("HmacSHA1", 20),
          "hmac-md5",
          new Hash("HmacMD5", 16));

  private SshCiphers() {}

  private record Hash(String algorithm, int bytes) {}

  /** Gives a key of that length, by the letter that the protocol gives to its purpose. */
  @FunctionalInterface
  interface Keys {
    byte[] derive(char letter, int length) throws GeneralSecurityException;
  }

  /** Whether the cipher authenticates too, so that no MAC is needed. */
  static boolean isAuthenticated(String cipher) {
    return cipher.contains("-gcm");
  }

  /** Protection for one direction. */
  static PacketCipher of(String cipher, String mac, Keys keys, boolean outgoing)
      throws GeneralSecurityException {
    char iv = outgoing ? 'A' : 'B';
    char key = outgoing ? 'C' : 'D';
    char integrity = outgoing ? 'E' : 'F';
    boolean triple = cipher.startsWith("3des");
    int bytes = triple ? 24 : Integer.parseInt(cipher.substring(3, 6)) / 8;
    String name = triple ? "DESede" : "AES";
    SecretKeySpec cipherKey = new SecretKeySpec(keys.derive(key, bytes), name);
    if (isAuthenticated(cipher)) {
      return new GcmPackets(cipherKey, keys.derive(iv, 12), outgoing);
    }
    int block = triple ? 8 : 16;
    Cipher engine =
        Cipher.getInstance(name + (cipher.endsWith("-ctr") ? "/CTR" : "/CBC") + "/NoPadding");
    engine.init(
        outgoing ? Cipher.ENCRYPT_MODE : Cipher.DECRYPT_MODE,
        cipherKey,
        new IvParameterSpec(keys.derive(iv, block)));
    Hash hash = HASHES.get(mac.replace(OVER_SEALED, ""));
    if (hash == null) {
      throw new GeneralSecurityException("no MAC of that name: " + mac);
    }
    SecretKeySpec macKey =
        new SecretKeySpec(keys.derive(integrity, hash.bytes()), hash.algorithm());
    return new MacPackets(engine, block, macKey, hash.bytes(), mac.endsWith(OVER_SEALED));
  }
}
