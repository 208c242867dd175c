package dev.plumbline.probes.tlsendpoint;

import dev.plumbline.client.keyagreement.EphemeralKey;
import dev.plumbline.client.tls.CertificateMessage;
import dev.plumbline.client.tls.ClientHello;
import dev.plumbline.client.tls.CodeBook;
import dev.plumbline.client.tls.Frames;
import dev.plumbline.client.tls.ProtocolVersion;
import dev.plumbline.client.tls.RecordStream;
import dev.plumbline.client.tls.ServerHello;
import dev.plumbline.client.tls.ServerKeyExchange;
import dev.plumbline.client.tls.TlsFormatException;
import dev.plumbline.client.tls.TlsMessage;
import dev.plumbline.probe.Wire;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;

/**
 * A whole handshake of TLS 1.0 to 1.2, for questions that only an established connection answers.
 * The peer's certificate and signature are not checked: it is asked, not trusted.
 */
final class ClassicSession {
  private static final int MAX_MESSAGES = 16;
  private static final int CERTIFICATE_REQUEST = 13;
  private static final int CLIENT_KEY_EXCHANGE = 16;
  private static final int HANDSHAKE = 22;

  private final Wire wire;
  private final RecordStream records;
  private final ClientHello hello;
  private final ByteArrayOutputStream transcript = new ByteArrayOutputStream();
  private final ServerHello answer;
  private final ClassicSuite suite;
  private final ClassicKeys keys;
  private List<byte[]> chain = List.of();
  private Optional<ServerKeyExchange> serverKey = Optional.empty();
  private boolean certificateWanted;

  private ClassicSession(Wire wire, ClientHello hello) throws IOException {
    this.wire = wire;
    this.records = new RecordStream(wire, Asker.PATIENCE);
    this.hello = hello;
    wire.send(hello.record());
    transcript.writeBytes(hello.message());
    this.answer = ServerHello.parse(expect(TlsMessage.Handshake.SERVER_HELLO).body());
    this.suite =
        ClassicSuite.of(CodeBook.suite(answer.suite()))
            .orElseThrow(() -> new TlsFormatException("chooses a suite that was not offered"));
    this.keys = new ClassicKeys(answer.version(), suite);
  }

  /**
   * An established connection.
   *
   * @param out protects what we send
   * @param verifyData what secure renegotiation has to repeat
   */
  @SuppressWarnings("ArrayRecordComponent") // Bytes of the wire, never compared.
  record Established(RecordStream records, ClassicProtection out, byte[] verifyData) {}

  /** Completes the handshake that starts with this hello. */
  static Established establish(Wire wire, ClientHello hello) throws IOException {
    try {
      ClassicSession session = new ClassicSession(wire, hello);
      session.readFlight();
      return session.finish();
    } catch (GeneralSecurityException e) {
      throw new TlsFormatException("cannot compute the handshake: " + e.getMessage());
    }
  }

  private void readFlight() throws IOException {
    for (int i = 0; i < MAX_MESSAGES; i++) {
      TlsMessage.Handshake message = handshake();
      switch (message.type()) {
        case TlsMessage.Handshake.CERTIFICATE ->
            chain = CertificateMessage.parse(message.body(), answer.version());
        case TlsMessage.Handshake.SERVER_KEY_EXCHANGE ->
            serverKey =
                ServerKeyExchange.parse(
                    message.body(), CodeBook.suite(answer.suite()), answer.version());
        case CERTIFICATE_REQUEST -> certificateWanted = true;
        case TlsMessage.Handshake.SERVER_HELLO_DONE -> {
          return;
        }
        default -> {}
      }
    }
    throw new TlsFormatException("too many messages before the end of the hello");
  }

  private Established finish() throws IOException, GeneralSecurityException {
    if (certificateWanted) {
      send(Frames.handshake(TlsMessage.Handshake.CERTIFICATE, new byte[3]));
    }
    byte[] randoms = ClassicKeys.join(hello.random(), answer.random());
    byte[] master = keys.derive(exchangeKeys(), "master secret", randoms, 48);
    byte[] seed = ClassicKeys.join(answer.random(), hello.random());
    int mac = suite.macBytes();
    int iv = suite.bulk().ivBytes();
    byte[] block = keys.derive(master, "key expansion", seed, 2 * (mac + suite.keyBytes() + iv));
    int[] at = {0};
    byte[] clientMac = cut(block, at, mac);
    byte[] serverMac = cut(block, at, mac);
    byte[] clientKey = cut(block, at, suite.keyBytes());
    byte[] serverKeyBytes = cut(block, at, suite.keyBytes());
    byte[] clientIv = cut(block, at, iv);
    byte[] serverIv = cut(block, at, iv);
    ProtocolVersion version = answer.version();
    ClassicProtection out =
        new ClassicProtection(version, suite, clientKey, clientMac, clientIv, true);
    byte[] verify =
        keys.derive(master, "client finished", keys.transcript(transcript.toByteArray()), 12);
    byte[] finished = Frames.handshake(TlsMessage.Handshake.FINISHED, verify);
    wire.send(Frames.changeCipher(version));
    wire.send(Frames.record(HANDSHAKE, version, out.seal(HANDSHAKE, finished)));
    awaitFinished(
        new ClassicProtection(version, suite, serverKeyBytes, serverMac, serverIv, false));
    return new Established(records, out, verify);
  }

  private void awaitFinished(ClassicProtection in) throws IOException {
    for (int i = 0; i < MAX_MESSAGES; i++) {
      TlsMessage next = records.next();
      if (next instanceof TlsMessage.ChangeCipherSpec) {
        records.openWith(in);
      } else if (next instanceof TlsMessage.Handshake message) {
        if (message.type() == TlsMessage.Handshake.FINISHED) {
          return;
        }
      } else {
        throw new TlsFormatException("breaks the handshake off");
      }
    }
    throw new TlsFormatException("does not finish the handshake");
  }

  private byte[] exchangeKeys() throws IOException, GeneralSecurityException {
    if (suite.key() == ClassicSuite.Key.RSA) {
      byte[] secret = Hellos.random(48);
      secret[0] = (byte) (hello.version().code() >> 8);
      secret[1] = (byte) hello.version().code();
      Cipher rsa = Cipher.getInstance("RSA/ECB/PKCS1Padding");
      if (chain.isEmpty()) {
        throw new TlsFormatException("no certificate to encrypt to");
      }
      rsa.init(
          Cipher.ENCRYPT_MODE,
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(chain.getFirst()))
              .getPublicKey());
      send(Frames.handshake(CLIENT_KEY_EXCHANGE, Frames.vector16(rsa.doFinal(secret))));
      return secret;
    }
    ServerKeyExchange theirs =
        serverKey.orElseThrow(() -> new TlsFormatException("no key where one was due"));
    if (suite.key() == ClassicSuite.Key.ECDHE) {
      EphemeralKey ours =
          EphemeralKey.in(theirs.group().orElse(-1))
              .orElseThrow(() -> new TlsFormatException("a group that was not offered"));
      send(Frames.handshake(CLIENT_KEY_EXCHANGE, Frames.vector8(ours.share())));
      return ours.agree(theirs.publicKey());
    }
    return finiteField(theirs);
  }

  private byte[] finiteField(ServerKeyExchange theirs) throws IOException {
    BigInteger prime = theirs.prime().orElseThrow();
    BigInteger generator = theirs.generator().orElseThrow();
    if (prime.bitLength() < 64 || prime.bitLength() > 16384) {
      throw new TlsFormatException("a prime of " + prime.bitLength() + " bits");
    }
    BigInteger exponent = new BigInteger(1, Hellos.random(32));
    byte[] ours = unsigned(generator.modPow(exponent, prime));
    send(Frames.handshake(CLIENT_KEY_EXCHANGE, Frames.vector16(ours)));
    return unsigned(new BigInteger(1, theirs.publicKey()).modPow(exponent, prime));
  }

  private static byte[] unsigned(BigInteger value) {
    byte[] bytes = value.toByteArray();
    return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
  }

  private static byte[] cut(byte[] block, int[] at, int length) {
    at[0] += length;
    return Arrays.copyOfRange(block, at[0] - length, at[0]);
  }

  private void send(byte[] message) throws IOException {
    transcript.writeBytes(message);
    wire.send(Frames.record(HANDSHAKE, answer.version(), message));
  }

  private TlsMessage.Handshake expect(int type) throws IOException {
    TlsMessage.Handshake message = handshake();
    if (message.type() != type) {
      throw new TlsFormatException("answers with another message than the one that was due");
    }
    return message;
  }

  private TlsMessage.Handshake handshake() throws IOException {
    if (records.next() instanceof TlsMessage.Handshake message) {
      transcript.writeBytes(message.raw());
      return message;
    }
    throw new TlsFormatException("breaks the handshake off");
  }
}
