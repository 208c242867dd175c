package dev.plumbline.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.reports.oscal.OscalProfileReport;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class OscalProfileReportTest extends OscalContract {
  OscalProfileReportTest() {
    super(new OscalProfileReport(), "profile");
  }

  @Test
  void theProfileSelectsTheWholeCatalog() throws IOException {
    assertThat(tree().at("/imports/0/href").asString()).isEqualTo("oscal-catalog.json");
    assertThat(tree().at("/imports/0").has("include-all")).isTrue();
  }
}
