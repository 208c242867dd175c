package dev.plumbline.importers.shared.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLinesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "nmap --script-args http.password=hunter22,x=1 192.0.2.10",
        "tool --password hunter22",
        "tool --api-key 'hunter22'",
        "curl -H \"Cookie: hunter22\"",
        "tool http://admin:hunter22@192.0.2.10/"
      })
  void secretsDoNotStayInACommand(String command) {
    assertThat(CommandLines.masked(command)).doesNotContain("hunter22").contains("[redacted]");
  }
}
