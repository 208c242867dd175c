package dev.plumbline.probes.sshendpoint;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A cipher and a MAC; the MAC covers the clear packet, or the sealed one. */
final class MacPackets implements PacketCipher {
  private final Cipher cipher;
  private final int block;
  private final SecretKeySpec macKey;
  private final int macBytes;
  private final boolean overSealed;

  MacPackets(Cipher cipher, int block, SecretKeySpec macKey, int macBytes, boolean overSealed) {
    this.cipher = cipher;
    this.block = block;
    this.macKey = macKey;
    this.macBytes = macBytes;
    this.overSealed = overSealed;
  }

  @Override
  public int block() {
    return block;
  }

  @Override
  public int head() {
    return overSealed ? 4 : block;
  }

  @Override
  public int tag() {
    return macBytes;
  }

  @Override
  public boolean lengthInClear() {
    return overSealed;
  }

  @Override
  public byte[] seal(int sequence, byte[] packet) {
    byte[] sealed =
        overSealed
            ? join(Arrays.copyOf(packet, 4), cipher.update(packet, 4, packet.length - 4))
            : cipher.update(packet);
    return join(sealed, mac(sequence, overSealed ? sealed : packet));
  }

  @Override
  public byte[] openHead(byte[] head) {
    return overSealed ? head : cipher.update(head);
  }

  @Override
  public byte[] openRest(int sequence, byte[] first, byte[] head, byte[] rest)
      throws SshFormatException {
    int sealed = rest.length - macBytes;
    if (sealed % block != 0) {
      throw new SshFormatException("sends a packet that does not fill its blocks");
    }
    byte[] packet = sealed == 0 ? head : join(head, cipher.update(rest, 0, sealed));
    byte[] covered = overSealed ? join(first, Arrays.copyOf(rest, sealed)) : packet;
    byte[] tag = Arrays.copyOfRange(rest, sealed, rest.length);
    if (!Arrays.equals(tag, mac(sequence, covered))) {
      throw new SshFormatException("sends a packet that its own key does not open");
    }
    return packet;
  }

  private byte[] mac(int sequence, byte[] content) {
    try {
      Mac mac = Mac.getInstance(macKey.getAlgorithm());
      mac.init(macKey);
      mac.update(new SshWriter().u32(sequence).bytes());
      return mac.doFinal(content);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Java without " + macKey.getAlgorithm(), e);
    }
  }

  static byte[] join(byte[] first, byte[] second) {
    byte[] joined = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, joined, first.length, second.length);
    return joined;
  }
}
