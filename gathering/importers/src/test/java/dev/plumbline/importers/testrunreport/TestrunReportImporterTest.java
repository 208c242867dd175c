package dev.plumbline.importers.testrunreport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.kit.ImporterContract;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class TestrunReportImporterTest extends ImporterContract {
  @Override
  protected Importer importer() {
    return new TestrunReportImporter();
  }

  @Test
  void resultsAreKeptAsAnothersVerdicts() throws IOException {
    Observation results = fact("found", "testrun.results");
    assertThat(results.subject()).isEqualTo("DUT");
    assertThat(results.text("firmware")).isEqualTo("1.0.0");
    assertThat(results.texts("undecided")).containsExactly("ntp.network.ntp_support");
    assertThat(String.valueOf(results.value().get("results")))
        .contains("test=security.tls.v1_2_server", "result=Non-Compliant");
    assertThat(results.coverage()).containsEntry("complete", false).containsEntry("of", 2L);
  }

  @Test
  void aRunWithoutResultsHasNoAnswer() throws IOException {
    assertThat(fact("nothing", "testrun.results").seen()).isFalse();
  }
}
