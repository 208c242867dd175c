package dev.plumbline.importers.hydrajson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.kit.ImporterContract;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HydraJsonImporterTest extends ImporterContract {
  @Override
  protected Importer importer() {
    return new HydraJsonImporter();
  }

  @Test
  void loginsAreKeptWithoutTheirPasswords() throws IOException {
    Observation login = fact("found", "login.default-password");
    assertThat(login.subject()).isEqualTo("tcp/192.0.2.10/23");
    assertThat(login.value().get("accepted"))
        .isEqualTo(List.of(Map.of("user", "root", "list", "defaults.txt")));
    assertThat(trial().read(sample("found")).toString()).doesNotContain("xc3511");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nothing", "stopped", "unreachable"})
  void aFileWithoutALoginDecidesNothing(String sample) throws IOException {
    Observation login = fact(sample, "login.default-password");
    assertThat(login.seen()).isFalse();
    assertThat(login.value()).doesNotContainKey("accepted");
  }

  /** Hydra claims success, no error and an end, although no connection was ever made. */
  @Test
  void theReasonSaysWhyNothingFoundIsNoAnswer() throws IOException {
    assertThat(fact("unreachable", "login.default-password").reason())
        .contains("same when every connection failed");
    assertThat(fact("stopped", "login.default-password").reason())
        .contains("too many connection errors");
  }
}
