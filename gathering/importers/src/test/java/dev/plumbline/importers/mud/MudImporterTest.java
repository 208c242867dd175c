package dev.plumbline.importers.mud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.kit.ImporterContract;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MudImporterTest extends ImporterContract {
  @Override
  protected Importer importer() {
    return new MudImporter();
  }

  @Override
  protected boolean namesHosts() {
    return false;
  }

  @Test
  void contactsAreReadFromTheListsThatPoliciesName() throws IOException {
    Observation mud = fact("found", "mud.declared");
    assertThat(mud.text("model")).isEqualTo("C1");
    assertThat(mud.value().get("from"))
        .isEqualTo(
            List.of(
                Map.of(
                    "name", "cl0",
                    "host", "updates.example.com",
                    "protocol", "tcp",
                    "port", "443",
                    "initiated", "from-device",
                    "action", "accept"),
                Map.of(
                    "name", "loc0",
                    "host", "local-networks",
                    "protocol", "udp",
                    "port", "123",
                    "action", "accept")));
    assertThat(mud.coverage()).containsEntry("complete", true).containsEntry("lists", 1L);
  }

  @Test
  void aListThatIsMissingMakesItIncomplete() throws IOException {
    assertThat(fact("dangling", "mud.declared").coverage()).containsEntry("complete", false);
    assertThat(fact("nothing", "mud.declared").value().get("from")).isEqualTo(List.of());
  }
}
