package dev.plumbline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The published schemas of dossiers accept what {@code check} accepts. */
class DossierSchemasAcceptTest {
  private static final Pattern EDITION = Pattern.compile("(?m)^edition: *\"?([0-9.]+)");
  private static final Map<String, Schema> SCHEMAS = new TreeMap<>();

  @TempDir private Path directory;

  @BeforeAll
  static void readThePublishedSchemas() throws IOException {
    SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    Path published = Repository.at("docs/schemas/dossier");
    try (Stream<Path> files = Files.walk(published)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = published.relativize(file).toString().replace('\\', '/');
        SCHEMAS.put(name, registry.getSchema(Files.readString(file), InputFormat.JSON));
      }
    }
  }

  static Stream<Path> dossiers() throws IOException {
    try (Stream<Path> examples = Files.list(Repository.at("examples"))) {
      return Stream.concat(
          examples.filter(Files::isDirectory).sorted().toList().stream(),
          Stream.of(
              Repository.at("verification/acceptance/src/test/resources/release/dossier-0.1")));
    }
  }

  /** What the schemas say against the files of a dossier, by file. */
  private static List<String> faults(Path dossier) throws IOException {
    Matcher edition = EDITION.matcher(Files.readString(dossier.resolve("product.yaml")));
    assertThat(edition.find()).isTrue();
    List<String> faults = new ArrayList<>();
    try (Stream<Path> files = Files.walk(dossier, 2)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        String name = dossier.relativize(file).toString().replace('\\', '/');
        Schema schema =
            Objects.requireNonNull(
                SCHEMAS.get(edition.group(1) + "/" + name.replace(".yaml", ".schema.json")), name);
        String text = Files.readString(file);
        if (!text.lines().allMatch(l -> l.isBlank() || l.startsWith("#"))) {
          schema.validate(text, InputFormat.YAML).forEach(e -> faults.add(name + " " + e));
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return faults;
  }

  @ParameterizedTest
  @MethodSource("dossiers")
  void theExamplesAreAccepted(Path dossier) throws IOException {
    assertThat(faults(dossier)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"3.1.3", "2.1.1"})
  void aNewDossierIsAccepted(String edition) throws IOException {
    Path made = directory.resolve("new");
    Cli.run("new", made, "--edition", edition).ends(0);
    assertThat(faults(made)).isEmpty();
  }

  /** Spellings that the readers take as well as the usual ones. */
  @Test
  void whatCheckReadsInAnotherSpellingIsAccepted() throws IOException {
    Path made = directory.resolve("new");
    Cli.run("new", made).ends(0);
    Files.writeString(
        made.resolve("product.yaml"),
        """
        edition: "3.1.3"
        product:
          manufacturer: 4711
          softwareVersion: 1.0
          mac:
        test:
          targets:
            - {address: "127.0.0.1", ports: 8443}
          publicPages: www.example.com:443
          equipment: "192.168.1.30:80"
          loginBudget: {wrongAttempts: "5", bruteForceAttempts: }
          clients:
            - {listen: "127.0.0.1:9443", host: a.example, rows: 11-SecComMech/SecComMech-1}
        """);
    Files.writeString(
        made.resolve("ics.yaml"),
        """
        conditions:
          12: {holds: yes, because: It downloads its updates.}
          14:
        features: {b: {present: "No", because: Nobody is told.}}
        answers:
          5.1-1: {support: Y, detail: Each unit has its own password.}
          5.1-2:
        """);
    Files.writeString(
        made.resolve("ixit/11-SecComMech.yaml"),
        """
        table: 11-SecComMech
        entries:
          - id: SecComMech-1
            description: TLS to the server.
            endpoints: tcp/9443
            algorithms: AES-128-GCM
            remarks: {description: [one, two]}
        """);
    Files.writeString(made.resolve("policy.yaml"), "review: [pass, N/A]\nblind: no\n");
    Files.writeString(made.resolve("supply.yaml"), "batch: 12\nsecurityTxtExpires: 2027-01-01\n");
    assertThat(Cli.run("check", made, "--errors").out()).contains("0 errors");
    assertThat(faults(made)).isEmpty();
  }

  /** One fault a file: an unknown value, a list for a text, no label, another form, a wrong key. */
  @Test
  void whatCheckRefusesIsRefused() throws IOException {
    Path made = directory.resolve("new");
    Cli.run("new", made).ends(0);
    plant(made, "product.yaml", "state:", "state: broken");
    plant(made, "ics.yaml", "features:", "features: {b: {present: perhaps}}");
    plant(made, "ixit/1-AuthMech.yaml", "entries:", "entries: [{description: no label}]");
    plant(made, "ixit/13-SoftServ.yaml", "entries:", "entries: [{id: A-1, endpoints: port 80}]");
    plant(made, "ixit/6-SoftComp.yaml", "entries:", "entries: [{id: A-1, nonsense: x}]");
    plant(made, "ixit/2-UserInfo.yaml", "table: 2-UserInfo", "table: 1-AuthMech");
    plant(made, "evidence.yaml", "files: []", "files: [{sha256: abc, at: 2026-01-01}]");
    Files.writeString(made.resolve("supply.yaml"), "firstSupplied: soon\n");
    Files.writeString(made.resolve("policy.yaml"), "review: [maybe]\n");
    Files.writeString(made.resolve("driver.yaml"), "actions: {fly: {wait: 1}}\n");
    String errors = Cli.run("check", made, "--errors").out();
    String refused = String.join("\n", faults(made));
    for (String file :
        List.of(
            "product.yaml",
            "ics.yaml",
            "ixit/1-AuthMech.yaml",
            "ixit/13-SoftServ.yaml",
            "ixit/6-SoftComp.yaml",
            "ixit/2-UserInfo.yaml",
            "evidence.yaml",
            "supply.yaml",
            "policy.yaml",
            "driver.yaml")) {
      assertThat(errors).contains(file);
      assertThat(refused).contains(file);
    }
  }

  private static void plant(Path dossier, String file, String before, String after)
      throws IOException {
    Path broken = dossier.resolve(file);
    String text = Files.readString(broken);
    assertThat(text).contains(before);
    Files.writeString(broken, text.replaceFirst("(?m)" + Pattern.quote(before) + "$", after));
  }
}
