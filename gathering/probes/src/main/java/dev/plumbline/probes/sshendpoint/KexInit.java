package dev.plumbline.probes.sshendpoint;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The algorithms that a side offers, most wanted first (RFC 4253, 7.1).
 *
 * @param ciphersIn from client to server; {@code Out} from server to client
 * @param payload the whole message, which the exchange hash covers
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes of the wire, never compared.
record KexInit(
    List<String> kex,
    List<String> hostKey,
    List<String> ciphersIn,
    List<String> ciphersOut,
    List<String> macsIn,
    List<String> macsOut,
    List<String> compressionIn,
    List<String> compressionOut,
    byte[] payload) {
  static final int MESSAGE = 20;

  static KexInit parse(byte[] payload) throws SshFormatException {
    SshReader in = new SshReader(payload);
    int type = in.u8();
    if (type != MESSAGE) {
      throw new SshFormatException("message " + type + " where its algorithms were due");
    }
    in.take(16);
    return new KexInit(
        in.names(),
        in.names(),
        in.names(),
        in.names(),
        in.names(),
        in.names(),
        in.names(),
        in.names(),
        payload);
  }

  /** An offer of ours, the same in both directions. */
  static KexInit of(
      byte[] cookie,
      List<String> kex,
      List<String> hostKey,
      List<String> ciphers,
      List<String> macs) {
    List<String> none = List.of("none");
    byte[] payload =
        new SshWriter()
            .u8(MESSAGE)
            .put(cookie)
            .names(kex)
            .names(hostKey)
            .names(ciphers)
            .names(ciphers)
            .names(macs)
            .names(macs)
            .names(none)
            .names(none)
            .names(List.of())
            .names(List.of())
            .u8(0)
            .u32(0)
            .bytes();
    return new KexInit(kex, hostKey, ciphers, ciphers, macs, macs, none, none, payload);
  }

  /** Both directions as one list. */
  static List<String> merged(List<String> first, List<String> second) {
    Set<String> all = new LinkedHashSet<>(first);
    all.addAll(second);
    return List.copyOf(all);
  }
}
