package dev.plumbline.reports;

import static org.assertj.core.api.Assertions.assertThat;

import gov.nist.secauto.metaschema.model.common.constraint.IConstraint.Level;
import gov.nist.secauto.metaschema.model.common.validation.IValidationResult;
import gov.nist.secauto.oscal.lib.OscalBindingContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What holds for each OSCAL document, said by NIST's library and by its schemas. */
abstract class OscalContract {
  private static final String HOSTILE =
      "</script>{{ insert: param, x }} [x](javascript:y) <b>`*_\u0000\u202E\ud800\n\n# =1";

  private final ReportFormat format;
  private final String schema;

  OscalContract(ReportFormat format, String schema) {
    this.format = format;
    this.schema = "schema/json/oscal-" + schema + "_schema.json";
  }

  String text(String foreign) throws IOException {
    return Written.by(format, Results.with(foreign));
  }

  JsonNode tree() throws IOException {
    return JsonMapper.shared().readTree(text("Camera")).iterator().next();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Camera", HOSTILE})
  void theDocumentFollowsThePublishedSchema(String foreign) throws IOException {
    assertThat(Published.faults(schema, text(foreign))).isEmpty();
  }

  @Test
  void theSchemaRefusesADocumentThatIsWrong() throws IOException {
    assertThat(Published.faults(schema, text("Camera").replace("\"metadata\"", "\"meta\"")))
        .isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Camera", HOSTILE})
  void liboscalReadsItAndItsConstraintsHold(String foreign, @TempDir Path folder)
      throws IOException {
    Path file = folder.resolve(format.fileName());
    Files.writeString(file, text(foreign));
    IValidationResult result = OscalBindingContext.instance().validateWithConstraints(file);
    assertThat(result.getFindings())
        .filteredOn(f -> f.getSeverity().compareTo(Level.ERROR) >= 0)
        .extracting(f -> f.getMessage().toString())
        .isEmpty();
  }

  @Test
  void everyIdentityIsMadeFromANameAndUsedOnce() throws IOException {
    List<String> all = new ArrayList<>();
    collect(tree(), all);
    assertThat(all).isNotEmpty().doesNotHaveDuplicates();
    assertThat(all).allMatch(u -> UUID.fromString(u).version() == 5);
  }

  private static void collect(JsonNode node, List<String> all) {
    if (node.isObject()) {
      node.properties()
          .forEach(
              e -> {
                if (e.getKey().equals("uuid")) {
                  all.add(e.getValue().asString());
                }
                collect(e.getValue(), all);
              });
    } else {
      node.forEach(n -> collect(n, all));
    }
  }

  @Test
  void theSameResultGivesTheSameBytes() throws IOException {
    assertThat(text("Camera")).isEqualTo(text("Camera"));
  }
}
