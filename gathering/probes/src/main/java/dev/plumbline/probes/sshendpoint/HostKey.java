package dev.plumbline.probes.sshendpoint;

import dev.plumbline.core.Digest;
import dev.plumbline.observation.ssh.SshHostKeys;

/**
 * A host key.
 *
 * @param type such as {@code ssh-ed25519}
 * @param bits its size; 0 where it cannot be told
 * @param sha256 fingerprint over the key as sent, in hex
 */
record HostKey(String type, int bits, String sha256) {
  /** Reads the public key as a server sends it. */
  static HostKey parse(byte[] blob) throws SshFormatException {
    SshReader in = new SshReader(blob);
    String type = in.text();
    if (!type.matches("[!-~]{1,64}")) {
      throw new SshFormatException("a host key without a type");
    }
    return new HostKey(type, bits(type, in), Digest.of(blob).hex());
  }

  private static int bits(String type, SshReader in) throws SshFormatException {
    return switch (type) {
      case "ssh-rsa" -> {
        in.number();
        yield in.number().bitLength();
      }
      case "ssh-dss" -> in.number().bitLength();
      case "ecdsa-sha2-nistp256", "ssh-ed25519" -> 256;
      case "ecdsa-sha2-nistp384" -> 384;
      case "ecdsa-sha2-nistp521" -> 521;
      case "ssh-ed448" -> 448;
      default -> 0;
    };
  }

  SshHostKeys.HostKey fact() {
    return new SshHostKeys.HostKey(type, bits, sha256);
  }
}
