package dev.plumbline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.plumbline.app.Reports;
import dev.plumbline.core.Digest;
import dev.plumbline.reports.ReportFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The formats over whole dossiers, as the command writes them. */
class ReportFormatsTest {
  private static final Map<String, String> PUBLISHED =
      Map.of(
          "oscal-catalog.json", "schema/json/oscal-catalog_schema.json",
          "oscal-profile.json", "schema/json/oscal-profile_schema.json",
          "oscal-component-definition.json", "schema/json/oscal-component-definition_schema.json",
          "oscal-ssp.json", "schema/json/oscal-ssp_schema.json",
          "oscal-ap.json", "schema/json/oscal-ap_schema.json",
          "oscal-ar.json", "schema/json/oscal-ar_schema.json",
          "oscal-poam.json", "schema/json/oscal-poam_schema.json",
          "result.sarif", "schema/sarif-schema-2.1.0.json",
          "attestation.cdx.json", "bom-1.6.schema.json");

  @TempDir Path temporary;

  private Path written(String example, String formats) throws IOException {
    Path dossier = Repository.copyOfExample(example, temporary.resolve(example));
    Path out = temporary.resolve("out");
    Cli run = Cli.run("report", dossier, "--out", out, "--format", formats);
    assertThat(run.code()).as(run.err()).isIn(10, 11);
    return out;
  }

  private static JsonNode json(Path file) throws IOException {
    return JsonMapper.shared().readTree(Files.readString(file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sound-camera", "sensor-tag-2.1.1"})
  void whatIsWrittenOfAFullDossierFollowsThePublishedSchemas(String example) throws IOException {
    Path out = written(example, "oscal,sarif,cdxa");
    for (Map.Entry<String, String> each : PUBLISHED.entrySet()) {
      try (InputStream in = getClass().getClassLoader().getResourceAsStream(each.getValue())) {
        String schema =
            new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        assertThat(
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(schema)
                    .validate(Files.readString(out.resolve(each.getKey())), InputFormat.JSON))
            .as(each.getKey())
            .extracting(Error::toString)
            .isEmpty();
      }
    }
  }

  @Test
  void nothingOfADossierThatNobodyTestedIsSatisfiedUnlessARuleDecidedIt() throws IOException {
    Path out = written("sound-camera", "json,oscal-ar,cdxa");
    List<String> passed = new ArrayList<>();
    for (JsonNode unit : json(out.resolve("result.json")).findValues("units")) {
      unit.forEach(
          u -> {
            if (u.get("verdict").asString().equals("PASS")) {
              passed.add(u.get("unit").asString());
            }
          });
    }
    List<String> satisfied = new ArrayList<>();
    for (JsonNode finding : json(out.resolve("oscal-ar.json")).findValue("findings")) {
      JsonNode target = finding.get("target");
      if (target.get("type").asString().equals("objective-id")
          && target.at("/status/state").asString().equals("satisfied")) {
        satisfied.add(target.get("target-id").asString().substring(2));
      }
    }
    assertThat(satisfied).isNotEmpty().containsExactlyElementsOf(passed);
    List<String> claimed = new ArrayList<>();
    for (JsonNode claim : json(out.resolve("attestation.cdx.json")).at("/declarations/claims")) {
      if (claim.get("predicate").asString().startsWith("This holds: ")) {
        claimed.add(claim.get("bom-ref").asString().substring("claim-".length()));
      }
    }
    assertThat(claimed).containsExactlyElementsOf(passed);
  }

  @Test
  void theStatementNamesTheReportsThatWereWrittenWithIt() throws IOException {
    Path out = written("smart-lock", "intoto,json");
    Path result = out.resolve("result.json");
    assertThat(Files.readString(out.resolve("statement.intoto.json")))
        .contains("\"name\" : \"result.json\"")
        .contains(Digest.of(Files.readAllBytes(result)).hex())
        .contains("\"name\" : \"ics.yaml\"");
  }

  @Test
  void aFormThatHasNothingToSayIsNotWrittenAndSaysWhy() throws IOException {
    Path dossier = Repository.copyOfExample("smart-lock", temporary.resolve("lock"));
    Path out = temporary.resolve("out");
    Cli run = Cli.run("report", dossier, "--out", out, "--format", "openvex");
    assertThat(run.err()).contains("No openvex was written: nobody has stated anything");
    assertThat(out.resolve("openvex.json")).doesNotExist();
  }

  @Test
  void theHelpNamesEveryForm() {
    String help = Cli.run("report", "--help").ends(0).out();
    for (ReportFormat format : Reports.formats()) {
      assertThat(help).contains("  " + format.id() + ": ");
    }
  }

  @Test
  void theDocumentNamesEveryForm() throws IOException {
    String text = Files.readString(Repository.at("docs/report-formats.md"));
    for (ReportFormat format : Reports.formats()) {
      assertThat(text).contains("| `" + format.id() + "` | " + format.fileName() + " |");
    }
  }
}
