package dev.plumbline.probes.sshendpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.probe.hostile.BytesWire;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever a peer sends, the codec throws its own exception or gives a value. */
class SshCodecProperties {
  private interface Parser {
    void parse(byte[] bytes) throws IOException;
  }

  private static void holds(Parser parser, byte[] bytes) {
    try {
      parser.parse(bytes);
    } catch (SshFormatException e) {
      assertThat(e.getMessage()).isNotBlank();
    } catch (IOException e) {
      throw new AssertionError("another exception than the codec's own", e);
    }
  }

  @Property
  void algorithms(@ForAll @Size(max = 300) byte[] bytes) {
    holds(KexInit::parse, bytes);
  }

  @Property
  void hostKeys(@ForAll @Size(max = 300) byte[] bytes) {
    holds(HostKey::parse, bytes);
    byte[] rsa = new SshWriter().text("ssh-rsa").put(bytes).bytes();
    holds(HostKey::parse, rsa);
  }

  @Property
  void packets(@ForAll @Size(max = 300) byte[] bytes) {
    holds(b -> new Packets(new BytesWire(b), Duration.ZERO).next(), bytes);
  }

  @Property
  void packetsWithGoodLengths(@ForAll @Size(min = 2, max = 120) byte[] bytes) {
    byte[] all = new SshWriter().string(bytes).bytes();
    holds(b -> new Packets(new BytesWire(b), Duration.ZERO).next(), all);
  }

  @Property
  void identifications(@ForAll @Size(max = 300) byte[] bytes) {
    holds(b -> Identification.read(new BytesWire(b), Duration.ZERO), bytes);
  }

  @Property
  void aNumberIsReadAsItWasWritten(@ForAll @Size(max = 40) byte[] bytes) throws IOException {
    BigInteger number = new BigInteger(1, bytes);
    byte[] written = new SshWriter().number(number).bytes();
    assertThat(new SshReader(written).number()).isEqualTo(number);
  }

  @Property
  void whatOneSideSealsTheOtherOpens(
      @ForAll @IntRange(max = 7) int cipher,
      @ForAll @IntRange(max = 6) int mac,
      @ForAll @Size(min = 1, max = 200) List<@Size(min = 1, max = 80) byte[]> payloads)
      throws IOException, GeneralSecurityException {
    SshCiphers.Keys keys =
        (letter, length) -> filled(length, letter <= 'B' ? 1 : letter <= 'D' ? 2 : 3);
    String cipherName = SshCiphers.CIPHERS.get(cipher);
    String macName = SshCiphers.MACS.get(mac);
    LoopWire wire = new LoopWire();
    Packets out = new Packets(wire, Duration.ZERO);
    Packets in = new Packets(wire, Duration.ZERO);
    out.protect(SshCiphers.of(cipherName, macName, keys, true), PacketCipher.CLEAR);
    in.protect(PacketCipher.CLEAR, SshCiphers.of(cipherName, macName, keys, false));
    for (byte[] payload : payloads.subList(0, Math.min(3, payloads.size()))) {
      byte[] message = payload.clone();
      message[0] = 50;
      out.send(message);
      assertThat(in.next()).isEqualTo(message);
    }
  }

  private static byte[] filled(int length, int value) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }
}
