package dev.plumbline.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.reports.oscal.OscalCatalogReport;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class OscalCatalogReportTest extends OscalContract {
  OscalCatalogReportTest() {
    super(new OscalCatalogReport(), "catalog");
  }

  @Test
  void everyProvisionIsAControlAndEveryUnitAnObjective() throws IOException {
    String text = text("Camera");
    var catalogue = Results.with("Camera").catalogue();
    assertThat(catalogue.provisions().keySet())
        .allSatisfy(p -> assertThat(text).contains("\"id\" : \"p-" + p + "\""));
    assertThat(catalogue.units().keySet())
        .allSatisfy(u -> assertThat(text).contains("\"id\" : \"u-" + u + "\""));
  }
}
