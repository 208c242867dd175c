package dev.plumbline.checks.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.checks.Scene;
import dev.plumbline.judging.check.Check;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeviceIsIsolatedAsDescribedTest extends IsolationContract {
  @Override
  protected Check check() {
    return new DeviceIsIsolatedAsDescribed();
  }

  @Override
  protected Scene refuted() {
    return resisting("done");
  }

  @Override
  protected List<String> fields() {
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
