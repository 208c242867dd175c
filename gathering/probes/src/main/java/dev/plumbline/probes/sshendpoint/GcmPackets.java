package dev.plumbline.probes.sshendpoint;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-GCM as OpenSSH does it (RFC 5647): the length in the clear, but authenticated. */
final class GcmPackets implements PacketCipher {
  private static final int TAG = 16;

  private final SecretKeySpec key;
  private final ByteBuffer nonce;
  private final boolean outgoing;

  GcmPackets(SecretKeySpec key, byte[] iv, boolean outgoing) {
    this.key = key;
    this.nonce = ByteBuffer.wrap(iv.clone());
    this.outgoing = outgoing;
  }

  @Override
  public int block() {
    return 16;
  }

  @Override
  public int tag() {
    return TAG;
  }

  @Override
  public boolean lengthInClear() {
    return true;
  }

  @Override
  public byte[] seal(int sequence, byte[] packet) {
    try {
      byte[] length = Arrays.copyOf(packet, 4);
      return MacPackets.join(length, crypt(length, Arrays.copyOfRange(packet, 4, packet.length)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Java without AES-GCM", e);
    }
  }

  @Override
  public byte[] openHead(byte[] head) {
    return head;
  }

  @Override
  public byte[] openRest(int sequence, byte[] first, byte[] head, byte[] rest)
      throws SshFormatException {
    try {
      return MacPackets.join(head, crypt(first, rest));
    } catch (GeneralSecurityException e) {
      throw new SshFormatException("sends a packet that its own key does not open");
    }
  }

  private byte[] crypt(byte[] length, byte[] content) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        outgoing ? Cipher.ENCRYPT_MODE : Cipher.DECRYPT_MODE,
        key,
        new GCMParameterSpec(TAG * 8, nonce.array()));
    nonce.putLong(4, nonce.getLong(4) + 1);
    cipher.updateAAD(length);
    return cipher.doFinal(content);
  }
}
