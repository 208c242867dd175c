package dev.plumbline.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.reports.oscal.OscalPlanReport;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class OscalPlanReportTest extends OscalContract {
  OscalPlanReportTest() {
    super(new OscalPlanReport(), "ssp");
  }

  @Test
  void aDeclinedProvisionIsNeverToldAsImplemented() throws IOException {
    var requirements = tree().at("/control-implementation/implemented-requirements");
    assertThat(requirements.at("/0/by-components/0/implementation-status/state").asString())
        .isEqualTo("implemented");
    assertThat(requirements.at("/0/by-components/0/implementation-status/remarks").asString())
        .startsWith("The supplier's claim");
    assertThat(requirements.at("/1/control-id").asString()).isEqualTo("p-5.6-5");
    assertThat(requirements.at("/1/by-components/0").has("implementation-status")).isFalse();
  }
}
