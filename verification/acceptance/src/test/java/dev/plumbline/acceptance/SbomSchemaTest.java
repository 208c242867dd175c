package dev.plumbline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bill of materials of Plumbline itself, by the schema of CycloneDX. */
class SbomSchemaTest {
  /** Where the schema says that its parts are; they lie beside it. */
  private static final String PUBLISHED = "http://cyclonedx.org/schema/";

  @ParameterizedTest
  @CsvSource({"bomFormat, bomFormat, true", "bomFormat, bomFormats, false"})
  void itFollowsThePublishedSchemaAndAnAlteredOneDoesNot(String key, String now, boolean follows)
      throws IOException {
    String bill = Files.readString(Repository.at("docs/sbom.cdx.json")).replaceFirst(key, now);
    try (InputStream in = getClass().getClassLoader().getResourceAsStream("bom-1.6.schema.json")) {
      String schema = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      assertThat(
              SchemaRegistry.withDefaultDialect(
                      SpecificationVersion.DRAFT_7,
                      with -> with.schemaIdResolvers(r -> r.mapPrefix(PUBLISHED, "classpath:")))
                  .getSchema(schema)
                  .validate(bill, InputFormat.JSON)
                  .stream()
                  .map(Error::toString)
                  .toList())
          .satisfies(faults -> assertThat(faults.isEmpty()).as("%s", faults).isEqualTo(follows));
    }
  }
}
