package dev.plumbline.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.reports.oscal.OscalComponentReport;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class OscalComponentReportTest extends OscalContract {
  OscalComponentReportTest() {
    super(new OscalComponentReport(), "component-definition");
  }

  @Test
  void onlyClaimedProvisionsAreClaimed() throws IOException {
    var claims = tree().at("/components/0/control-implementations/0/implemented-requirements");
    assertThat(claims).hasSize(1);
    assertThat(claims.get(0).get("control-id").asString()).isEqualTo("p-5.6-1");
  }
}
