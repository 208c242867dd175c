package dev.plumbline.declaration.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.dialect.Dialects;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.core.Severity;
import dev.plumbline.declaration.DossierText;
import dev.plumbline.declaration.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DossierSchemasTest {
  private static final Path DOCS = Path.of("../../docs/schemas/dossier");

  private static Map<String, String> schemas(EditionId edition) {
    return DossierSchemas.all(DossierText.catalogue(edition));
  }

  private static List<Error> validate(String file, String yaml) {
    SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    Schema schema =
        registry.getSchema(
            Objects.requireNonNull(schemas(EditionId.named("3.1.3")).get(file)), InputFormat.JSON);
    return schema.validate(yaml, InputFormat.YAML);
  }

  @ParameterizedTest
  @MethodSource("dev.plumbline.catalogue.EditionId#all")
  void areTheOnesInTheDocs(EditionId edition) throws IOException {
    Path folder = DOCS.resolve(edition.version());
    for (Map.Entry<String, String> schema : schemas(edition).entrySet()) {
      Golden.holds(folder.resolve(schema.getKey()), schema.getValue());
    }
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile).map(f -> folder.relativize(f).toString()))
          .containsExactlyInAnyOrderElementsOf(schemas(edition).keySet());
    }
  }

  @ParameterizedTest
  @MethodSource("dev.plumbline.catalogue.EditionId#all")
  void coverEveryFileOfADossier(EditionId edition) {
    assertThat(schemas(edition)).hasSize(29 + 7);
  }

  @ParameterizedTest
  @MethodSource("dev.plumbline.catalogue.EditionId#all")
  void areSchemasOfDraft202012(EditionId edition) {
    SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    Schema meta = registry.getSchema(SchemaLocation.of(Dialects.getDraft202012().getId()));
    assertThat(schemas(edition))
        .allSatisfy(
            (path, json) -> assertThat(meta.validate(json, InputFormat.JSON)).as(path).isEmpty());
  }

  @ParameterizedTest
  @MethodSource("dev.plumbline.catalogue.EditionId#all")
  void haveDistinctUrnsWithoutAHost(EditionId edition) {
    assertThat(schemas(edition).values())
        .allSatisfy(
            json ->
                assertThat(json)
                    .contains("\"$id\" : \"urn:plumbline:dossier:" + edition.version() + ":"));
    assertThat(schemas(edition).values()).doesNotHaveDuplicates();
  }

  @Test
  void takeARightTable() {
    String yaml =
        """
        table: 10-SecParam
        entries:
          - id: SecParam-1
            type: critical
            usedFor: [service-communication]
            hardCodedInSource: false
        """;
    assertThat(validate("ixit/10-SecParam.schema.json", yaml)).isEmpty();
  }

  @Test
  void refuseAWrongChoiceKeyAndForm() {
    String yaml =
        """
        table: 10-SecParam
        entries:
          - id: SecParam-1
            type: sensitive
            hardCodedInSource: maybe
            purpose: none
        """;
    assertThat(validate("ixit/10-SecParam.schema.json", yaml))
        .extracting(e -> e.getInstanceLocation().toString())
        .containsOnly("/entries/0/type", "/entries/0/hardCodedInSource", "/entries/0");
  }

  @Test
  void refuseNotApplicableOnAPlainRow() {
    String yaml = "answers:\n  5.2-1: {support: N/A}\n";
    assertThat(validate("ics.schema.json", yaml)).hasSize(1);
    assertThat(validate("ics.schema.json", "answers:\n  5.8-3: {support: N/A}\n  5.2-1:\n"))
        .isEmpty();
  }

  /** Every key of the schemas, so that reader and schemas cannot drift apart unseen. */
  @Test
  void takeTheKeysThatTheReaderTakes(@TempDir Path directory) throws IOException {
    String product =
        """
        edition: 3.1.3
        product:
          manufacturer: Example
          name: Camera
          model: C1
          hardwareVersion: B
          softwareVersion: 1.0
          serial: SN1
          mac: "02:00:5e:10:00:01"
        test:
          unit: SN1
          state: initialized
          targets:
            - {address: 127.0.0.1, ports: [443, 8000-8100]}
          authorisation: {by: Example, date: "2026-11-01", statement: Test of our own unit.}
          publicPages: ["www.example.com:443"]
          loginBudget: {wrongAttempts: 20, bruteForceAttempts: 50}
          credentials:
            - {role: user, user: alice, password: "1234"}
        """;
    String evidence =
        """
        files:
          - sha256: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
            path: evidence/scan.txt
            what: Port scan
            tool: nmap
            toolVersion: "7.95"
            command: nmap -p- 127.0.0.1
            operator: Alice
            at: "2026-11-01T09:30:00Z"
            softwareVersion: "1.0"
        """;
    String ics =
        """
        edition: 3.1.3
        conditions:
          12: {holds: true, because: It downloads images.}
        features:
          v: {present: true, because: It has a camera.}
        answers:
          5.8-3: {support: Y, detail: Page 3 of the manual., evidence: [evidence/scan.txt]}
        """;
    assertThat(validate("product.schema.json", product)).isEmpty();
    assertThat(validate("evidence.schema.json", evidence)).isEmpty();
    assertThat(validate("ics.schema.json", ics)).isEmpty();
    String all =
        String.join(
            "",
            "# product.yaml\n" + product,
            "# evidence.yaml\n" + evidence,
            "# evidence/scan.txt\n",
            "# ics.yaml\n" + ics);
    assertThat(DossierText.of(all, "3.1.3").read(directory))
        .filteredOn(p -> p.severity() == Severity.ERROR)
        .isEmpty();
  }
}
