package dev.plumbline.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.judging.check.Check;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeviceIsIsolatedAsDescribedTest extends IsolationContract {
  @Override
  Check check() {
    return new DeviceIsIsolatedAsDescribed();
  }

  @Override
  Scene refuted() {
    return resisting("done");
  }

  @Override
  List<String> fields() {
    return List.of("9-ReplSup isolation", "9-ReplSup isolationBy");
  }

  @Test
  void aDeviceThatRefusesIsNotIsolated() {
    assertThat(violated(resisting("refused")).reason()).contains("refuses");
  }

  @Test
  void theContradictionNamesTheDescribedWay() {
    assertThat(contradiction(refuted())).endsWith("Turn the radio off.");
  }
}
