package dev.plumbline.probes.sshendpoint;

import dev.plumbline.client.keyagreement.EphemeralKey;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * One key exchange. The host key comes with it, before anybody logs in. Its signature is not
 * checked: the key is reported, not trusted.
 */
final class KeyExchange {
  private static final int INIT = 30;
  private static final int REPLY = 31;
  private static final int GROUP = 31;
  private static final int GROUP_INIT = 32;
  private static final int GROUP_REPLY = 33;
  private static final int GROUP_REQUEST = 34;
  private static final int MIN_PRIME = 512;
  private static final int MAX_PRIME = 16384;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Packets packets;
  private final KexMethod method;
  private final SshWriter hashed = new SshWriter();

  private KeyExchange(Packets packets, KexMethod method) {
    this.packets = packets;
    this.method = method;
  }

  /** What both sides said before the exchange; the hash covers it. */
  record Prologue(String client, String server, KexInit ours, KexInit theirs) {}

  /**
   * What the exchange gave.
   *
   * @param hostKey the public key, as sent
   * @param keys gives the keys of the connection
   */
  @SuppressWarnings("ArrayRecordComponent") // Bytes of the wire, never compared.
  record Result(byte[] hostKey, SshCiphers.Keys keys) {}

  static Result run(Packets packets, KexMethod method, Prologue prologue) throws IOException {
    KeyExchange exchange = new KeyExchange(packets, method);
    exchange
        .hashed
        .string(prologue.client().getBytes(StandardCharsets.ISO_8859_1))
        .string(prologue.server().getBytes(StandardCharsets.ISO_8859_1))
        .string(prologue.ours().payload())
        .string(prologue.theirs().payload());
    try {
      return method.curve() != 0 ? exchange.curve() : exchange.field();
    } catch (GeneralSecurityException e) {
      throw new SshFormatException("cannot compute the key exchange: " + e.getMessage());
    }
  }

  private Result curve() throws IOException, GeneralSecurityException {
    EphemeralKey ours = EphemeralKey.in(method.curve()).orElseThrow();
    packets.send(new SshWriter().u8(INIT).string(ours.share()).bytes());
    SshReader reply = packets.expect(REPLY);
    byte[] hostKey = reply.string();
    byte[] theirs = reply.string();
    BigInteger secret = new BigInteger(1, ours.agree(theirs));
    hashed.string(hostKey).string(ours.share()).string(theirs).number(secret);
    return result(hostKey, secret);
  }

  private Result field() throws IOException, GeneralSecurityException {
    BigInteger prime;
    BigInteger generator = BigInteger.TWO;
    SshWriter parameters = new SshWriter();
    boolean chosen = method.prime().isEmpty();
    if (chosen) {
      packets.send(new SshWriter().u8(GROUP_REQUEST).u32(1024).u32(2048).u32(8192).bytes());
      SshReader group = packets.expect(GROUP);
      prime = group.number();
      generator = group.number();
      parameters.u32(1024).u32(2048).u32(8192).number(prime).number(generator);
    } else {
      prime = method.prime().orElseThrow();
    }
    if (prime.signum() <= 0 || prime.bitLength() < MIN_PRIME || prime.bitLength() > MAX_PRIME) {
      throw new SshFormatException("a prime of " + prime.bitLength() + " bits");
    }
    byte[] random = new byte[32];
    RANDOM.nextBytes(random);
    BigInteger exponent = new BigInteger(1, random).setBit(255);
    BigInteger ours = generator.modPow(exponent, prime);
    packets.send(new SshWriter().u8(chosen ? GROUP_INIT : INIT).number(ours).bytes());
    SshReader reply = packets.expect(chosen ? GROUP_REPLY : REPLY);
    byte[] hostKey = reply.string();
    BigInteger theirs = reply.number();
    if (theirs.signum() <= 0 || theirs.compareTo(prime) >= 0) {
      throw new SshFormatException("a public value outside its group");
    }
    BigInteger secret = theirs.modPow(exponent, prime);
    hashed.string(hostKey).put(parameters.bytes()).number(ours).number(theirs).number(secret);
    return result(hostKey, secret);
  }

  private Result result(byte[] hostKey, BigInteger secret) throws GeneralSecurityException {
    byte[] hash = MessageDigest.getInstance(method.hash()).digest(hashed.bytes());
    byte[] start = new SshWriter().number(secret).put(hash).bytes();
    return new Result(hostKey, (letter, length) -> derive(start, hash, letter, length));
  }

  /** RFC 4253, 7.2. */
  private byte[] derive(byte[] start, byte[] session, char letter, int length)
      throws GeneralSecurityException {
    MessageDigest digest = MessageDigest.getInstance(method.hash());
    digest.update(start);
    digest.update((byte) letter);
    byte[] key = digest.digest(session);
    while (key.length < length) {
      digest.update(start);
      key = MacPackets.join(key, digest.digest(key));
    }
    return Arrays.copyOf(key, length);
  }
}
