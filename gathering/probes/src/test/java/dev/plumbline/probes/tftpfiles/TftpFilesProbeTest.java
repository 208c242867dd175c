package dev.plumbline.probes.tftpfiles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.hostile.DatagramContract;
import dev.plumbline.probe.hostile.DatagramPeer;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probe.hostile.ProbeTrial.Result;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TftpFilesProbeTest extends DatagramContract {
  @Override
  protected Probe probe() {
    return new TftpFilesProbe(Duration.ofMillis(40));
  }

  @Override
  protected String spoken() {
    return "tftp";
  }

  @Override
  protected byte[] answer() {
    return new byte[] {0, 4, 0, 1, 0};
  }

  @Override
  protected String address() {
    return "127.77.54.1";
  }

  /** A server that sends whatever one asks for has none of the files. */
  @Test
  void aServerThatSendsAnyNameProvesNothing() {
    byte[] data = {0, 3, 0, 1, 'x'};
    try (DatagramPeer any = DatagramPeer.at(address(), asked -> asked.answer(data))) {
      assertThat(run(any).one("tftp.files").reason())
          .isEqualTo("it sends a file that is hardly there, so any");
    }
  }

  @Test
  void aReadThatMetSilenceIsSaidToBeUnanswered() {
    byte[] error = "\0\5\0\1no\0".getBytes(StandardCharsets.ISO_8859_1);
    try (DatagramPeer once =
        DatagramPeer.at(
            address(),
            asked -> {
              if (new String(asked.question(), StandardCharsets.ISO_8859_1).contains("no-such")) {
                asked.answer(error);
              }
            })) {
      Result result =
          introduce(ProbeTrial.against(once.endpoint()), once.endpoint())
              .run(new TftpFilesProbe(Duration.ofMillis(500)));
      Observation seen = result.one("tftp.files");
      assertThat(seen.value()).containsEntry("readable", List.of());
      assertThat(String.valueOf(seen.coverage().get("unanswered")))
          .contains("config.txt", "uImage");
      assertThat(String.valueOf(result.one("service.disclosed").coverage().get("unanswered")))
          .contains("config.txt", "uImage");
    }
  }

  /** The trial's device has the serial number SN-0001. */
  @Test
  void manyOtherFactsDoNotHideTheSerialNumber() {
    StringBuilder file = new StringBuilder("\0\3\0\1");
    for (char a = 'a'; a <= 'z'; a++) {
      file.append("/etc/").append(a).append("a /etc/").append(a).append("b ");
    }
    for (char a = 'a'; a <= 'i'; a++) {
      file.append("/etc/").append(a).append("c ");
    }
    byte[] data = file.append("SN-0001").toString().getBytes(StandardCharsets.ISO_8859_1);
    byte[] error = "\0\5\0\1no\0".getBytes(StandardCharsets.ISO_8859_1);
    try (DatagramPeer server =
        DatagramPeer.at(
            address(),
            asked ->
                asked.answer(
                    new String(asked.question(), StandardCharsets.ISO_8859_1).contains("no-such")
                        ? error
                        : data))) {
      Result result =
          introduce(ProbeTrial.against(server.endpoint()), server.endpoint())
              .run(new TftpFilesProbe(Duration.ofSeconds(2)));
      assertThat(String.valueOf(result.one("service.disclosed").value().get("facts")))
          .contains("kind=serial", "text=SN-0001");
    }
  }

  @Test
  void anErrorThatNoEditionOfTftpKnowsIsNoAnswer() {
    byte[] error = {0, 5, 0, -1, 'x', 0};
    try (DatagramPeer odd = DatagramPeer.at(address(), asked -> asked.answer(error))) {
      assertThat(run(odd).one("tftp.files").reason()).isEqualTo("what came is no answer of TFTP");
    }
  }
}
