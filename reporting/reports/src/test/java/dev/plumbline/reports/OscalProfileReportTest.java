package dev.plumbline.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.reports.oscal.OscalCatalogReport;
import dev.plumbline.reports.oscal.OscalProfileReport;
import gov.nist.secauto.metaschema.model.common.metapath.MetapathExpression;
import gov.nist.secauto.metaschema.model.common.metapath.item.IDocumentNodeItem;
import gov.nist.secauto.oscal.lib.profile.resolver.ProfileResolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OscalProfileReportTest extends OscalContract {
  OscalProfileReportTest() {
    super(new OscalProfileReport(), "profile");
  }

  @Test
  void theProfileSelectsTheWholeCatalog() throws IOException {
    assertThat(tree().at("/imports/0/href").asString()).isEqualTo("oscal-catalog.json");
    assertThat(tree().at("/imports/0").has("include-all")).isTrue();
  }

  @Test
  void liboscalResolvesItToEveryControlOfTheCatalog(@TempDir Path folder) throws Exception {
    String catalog = Written.by(new OscalCatalogReport(), Results.with("Camera"));
    Files.writeString(folder.resolve("oscal-catalog.json"), catalog);
    Path profile = Files.writeString(folder.resolve("oscal-profile.json"), text("Camera"));
    IDocumentNodeItem resolved = new ProfileResolver().resolveProfile(profile);
    int controls = 0;
    for (JsonNode group : JsonMapper.shared().readTree(catalog).at("/catalog/groups")) {
      controls += group.get("controls").size();
    }
    assertThat(controls).isGreaterThan(60);
    assertThat(MetapathExpression.compile("//control").evaluate(resolved).asList())
        .hasSize(controls);
  }
}
