package dev.plumbline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Schemas for editors of a dossier that names profiles. */
class ProfileSchemasTest {
  private static final String ANSWER = "answers:\n  20.1-1: {support: Y, detail: A handle.}\n";

  @TempDir private Path directory;
  private Path lock = Path.of("");

  @BeforeEach
  void makeADossier() throws IOException {
    lock = Repository.copyOfExample("smart-lock", directory.resolve("lock"));
  }

  private void name(String profile) throws IOException {
    Path product = lock.resolve("product.yaml");
    Files.writeString(
        product,
        Files.readString(product)
            .replaceFirst("(?m)^edition:.*$", "$0\nprofiles: [" + profile + "]"));
  }

  private List<Error> faults(String schema, String yaml) throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(Files.readString(lock.resolve("schemas/3.1.3").resolve(schema)))
        .validate(yaml, InputFormat.YAML);
  }

  @Test
  void theSchemasKnowTheRowsOfTheProfileThatIsNamed() throws IOException {
    Cli.run("profile", "schemas", lock).ends(0);
    assertThat(faults("ics.schema.json", ANSWER)).hasSize(1);
    name("smart-lock");
    assertThat(Cli.run("profile", "schemas", lock).ends(0).out())
        .contains("wrote schemas/3.1.3/ics.schema.json")
        .contains("wrote schemas/3.1.3/30-LockWay.schema.json");
    assertThat(faults("ics.schema.json", ANSWER)).isEmpty();
    assertThat(faults("ics.schema.json", ANSWER.replace("20.1-1", "20.9-9"))).hasSize(1);
    String way = "table: 30-LockWay\nentries:\n  - {id: Way-1, from: %s, needsPower: false}\n";
    assertThat(faults("30-LockWay.schema.json", way.formatted("inside"))).isEmpty();
    assertThat(faults("30-LockWay.schema.json", way.formatted("above"))).hasSize(1);
    assertThat(Cli.run("profile", "schemas", lock).ends(0).out()).contains("Nothing to write");
  }

  @Test
  void fmtLeadsTheFileOfAProfilesTableToItsSchema() throws IOException {
    name("smart-lock");
    Path table = lock.resolve("ixit/30-LockWay.yaml");
    Files.writeString(table, "table: 30-LockWay\nentries: []\n");
    Cli.run("profile", "schemas", lock).ends(0);
    Cli.run("fmt", lock).ends(0);
    String first = Files.readAllLines(table).getFirst();
    Path schema = table.resolveSibling(first.substring(first.indexOf('=') + 1)).normalize();
    assertThat(schema).isRegularFile();
  }

  @Test
  void aLinkInPlaceOfTheFolderIsNotFollowed() throws IOException {
    Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
    Files.createSymbolicLink(lock.resolve("schemas"), elsewhere);
    Cli.run("profile", "schemas", lock).complainsInWords();
    assertThat(elsewhere).isEmptyDirectory();
  }
}
