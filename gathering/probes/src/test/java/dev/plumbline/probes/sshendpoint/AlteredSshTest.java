package dev.plumbline.probes.sshendpoint;

import dev.plumbline.probe.hostile.AlteredAnswers;
import dev.plumbline.probe.hostile.BytesWire;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What SSH servers say before anybody logs in, altered 40,000 times. */
public final class AlteredSshTest {
  private static final List<Class<? extends Exception>> DOCUMENTED =
      List.of(SshFormatException.class);
  private static final int MOST_PACKETS = 4;

  @Test
  void aConversationIsReadOrRefused() throws IOException {
    AlteredAnswers.of(AlteredSshTest.class, "ssh")
        .hold(40_000, Duration.ofSeconds(60), AlteredSshTest::read, DOCUMENTED);
  }

  /** Called by the fuzzer. */
  public static void fuzzerTestOneInput(byte[] answer) {
    AlteredAnswers.once(answer, AlteredSshTest::read, DOCUMENTED);
  }

  private static void read(byte[] bytes) throws IOException {
    BytesWire wire = new BytesWire(bytes);
    Identification.read(wire, Duration.ZERO);
    Packets packets = new Packets(wire, Duration.ZERO);
    KexInit.parse(packets.next());
    for (int i = 0; i < MOST_PACKETS; i++) {
      SshReader reply = new SshReader(packets.next());
      reply.u8();
      HostKey.parse(reply.string());
      reply.string();
      reply.number();
    }
  }
}
