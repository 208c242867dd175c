package dev.plumbline.probes.ntpservice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation.Outcome;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.hostile.DatagramContract;
import dev.plumbline.probe.hostile.DatagramPeer;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probe.hostile.ProbeTrial.Result;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class NtpServiceProbeTest extends DatagramContract {
  @Override
  protected Probe probe() {
    return new NtpServiceProbe(Duration.ofMillis(40));
  }

  @Override
  protected String spoken() {
    return "ntp";
  }

  @Override
  protected byte[] answer() {
    byte[] answer = new byte[48];
    answer[0] = 0x24;
    answer[1] = 2;
    return answer;
  }

  @Override
  protected String address() {
    return "127.77.53.1";
  }

  @Test
  void anAnswerToAnotherQuestionTellsNoTime() {
    assertThat(NtpQuestions.tellsTime(answer())).isFalse();
    assertThat(NtpQuestions.tellsTime(NtpQuestions.time())).isFalse();
    assertThat(NtpQuestions.told(NtpQuestions.variables())).isEmpty();
    assertThat(NtpQuestions.lists()).allMatch(q -> NtpQuestions.clients(q) == 0);
  }

  /** Only who tells the time has heard the question for the variables and refused it. */
  @Test
  void aServerThatListsClientsAloneIsNotSaidToTellNothing() {
    try (DatagramPeer lists =
        DatagramPeer.at(
            address(),
            asked -> {
              if ((asked.question()[0] & 7) == 7) {
                byte[] list = new byte[8 + 72];
                list[0] = (byte) 0x97;
                list[2] = 3;
                list[3] = 42;
                list[5] = 1;
                list[7] = 72;
                asked.answer(list);
              }
            })) {
      Result result =
          introduce(ProbeTrial.against(lists.endpoint()), lists.endpoint())
              .run(new NtpServiceProbe(Duration.ofMillis(500)));
      assertThat(result.one("ntp.service").value()).containsEntry("clients", 1L);
      assertThat(result.one("service.disclosed").outcome()).isEqualTo(Outcome.UNDETERMINED);
    }
  }

  @Test
  void aListThatClaimsMoreThanCameIsNone() {
    byte[] list = new byte[8 + 72];
    list[0] = (byte) 0x97;
    list[2] = 3;
    list[3] = 42;
    list[5] = 1;
    list[7] = 72;
    assertThat(NtpQuestions.clients(list)).isEqualTo(1);
    list[5] = 2;
    assertThat(NtpQuestions.clients(list)).isZero();
  }
}
