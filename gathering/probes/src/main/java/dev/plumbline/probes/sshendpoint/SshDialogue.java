package dev.plumbline.probes.sshendpoint;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One connection to an SSH server, as far as the next question needs. */
final class SshDialogue implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofSeconds(5);

  /** A name that nobody has; the server tells strangers how they may log in. */
  static final String NOBODY = "plumbline-nobody";

  private static final String OURS = "SSH-2.0-Plumbline";
  private static final int SERVICE_REQUEST = 5;
  private static final int SERVICE_ACCEPT = 6;
  private static final int NEW_KEYS = 21;
  private static final int AUTH_REQUEST = 50;
  private static final int AUTH_FAILURE = 51;
  private static final int AUTH_SUCCESS = 52;
  private static final int AUTH_BANNER = 53;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Wire wire;
  private final Identification server;
  private final Packets packets;
  private final KexInit theirs;

  private SshDialogue(Wire wire, Identification server, Packets packets, KexInit theirs) {
    this.wire = wire;
    this.server = server;
    this.packets = packets;
    this.theirs = theirs;
  }

  /**
   * Connects, says the second protocol and reads the algorithms.
   *
   * @throws FirstProtocolException if the server says that it does not speak the second protocol
   */
  static SshDialogue open(ProbeContext context, Endpoint endpoint)
      throws IOException, InterruptedException {
    Wire wire = context.connect(endpoint, PATIENCE);
    try {
      Identification server = Identification.read(wire, PATIENCE);
      if (!server.claimsSecondProtocol()) {
        throw new FirstProtocolException(server);
      }
      wire.send((OURS + "\r\n").getBytes(StandardCharsets.US_ASCII));
      Packets packets = new Packets(wire, PATIENCE);
      return new SshDialogue(wire, server, packets, KexInit.parse(packets.next()));
    } catch (IOException e) {
      wire.close();
      throw e;
    }
  }

  Wire wire() {
    return wire;
  }

  Identification server() {
    return server;
  }

  KexInit algorithms() {
    return theirs;
  }

  /** Exchanges keys so that the server shows the host key of that kind. */
  KeyExchange.Result exchangeKeys(String hostKeyAlgorithm) throws IOException {
    KexMethod method =
        KexMethod.shared(theirs.kex())
            .orElseThrow(() -> new SshFormatException("no key exchange that can be computed"));
    byte[] cookie = new byte[16];
    RANDOM.nextBytes(cookie);
    KexInit ours =
        KexInit.of(
            cookie,
            List.of(method.name()),
            List.of(hostKeyAlgorithm),
            offer(SshCiphers.CIPHERS, theirs.ciphersIn(), theirs.ciphersOut()),
            offer(SshCiphers.MACS, theirs.macsIn(), theirs.macsOut()));
    packets.send(ours.payload());
    KeyExchange.Prologue prologue = new KeyExchange.Prologue(OURS, server.line(), ours, theirs);
    return KeyExchange.run(packets, method, prologue);
  }

  /** Names of the ways in which a stranger may log in; the keys have to be exchanged before. */
  List<String> methods(KeyExchange.Result exchange) throws IOException {
    packets.expect(NEW_KEYS);
    packets.send(new byte[] {NEW_KEYS});
    protect(exchange.keys());
    packets.send(new SshWriter().u8(SERVICE_REQUEST).text("ssh-userauth").bytes());
    packets.expect(SERVICE_ACCEPT);
    packets.send(
        new SshWriter().u8(AUTH_REQUEST).text(NOBODY).text("ssh-connection").text("none").bytes());
    byte[] answer = packets.next();
    if (answer[0] == AUTH_BANNER) {
      answer = packets.next();
    }
    return switch (answer[0]) {
      case AUTH_SUCCESS -> List.of("none");
      case AUTH_FAILURE -> {
        SshReader in = new SshReader(answer);
        in.u8();
        yield in.names();
      }
      default -> throw new SshFormatException("message " + answer[0] + " to a log-in");
    };
  }

  private void protect(SshCiphers.Keys keys) throws SshFormatException {
    String cipher = shared(SshCiphers.CIPHERS, theirs.ciphersIn(), theirs.ciphersOut());
    String mac =
        SshCiphers.isAuthenticated(cipher)
            ? ""
            : shared(SshCiphers.MACS, theirs.macsIn(), theirs.macsOut());
    try {
      packets.protect(
          SshCiphers.of(cipher, mac, keys, true), SshCiphers.of(cipher, mac, keys, false));
    } catch (GeneralSecurityException e) {
      throw new SshFormatException("cannot compute the keys: " + e.getMessage());
    }
  }

  private static List<String> offer(List<String> ours, List<String> in, List<String> out) {
    List<String> both = new ArrayList<>(ours);
    both.retainAll(in);
    both.retainAll(out);
    // Where nothing is shared, the key exchange still shows the host key: theirs is offered.
    Optional<String> any = in.stream().filter(out::contains).findFirst();
    return both.isEmpty() ? any.map(List::of).orElse(ours) : both;
  }

  private static String shared(List<String> ours, List<String> in, List<String> out)
      throws SshFormatException {
    return ours.stream()
        .filter(name -> in.contains(name) && out.contains(name))
        .findFirst()
        .orElseThrow(() -> new SshFormatException("no cipher or MAC that can be computed"));
  }

  @Override
  public void close() {
    wire.close();
  }

  /** The server says that it speaks the first protocol alone. */
  static final class FirstProtocolException extends IOException {
    private static final long serialVersionUID = 1L;
    private final transient Identification server;

    FirstProtocolException(Identification server) {
      super("says that it speaks SSH " + server.protocol());
      this.server = server;
    }

    Identification server() {
      return server;
    }
  }
}
