package dev.plumbline.dossier.folder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Problem;
import dev.plumbline.core.Problems;
import dev.plumbline.dossier.DossierOnDisk;
import dev.plumbline.dossier.Product;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two dossiers of one laboratory, and the file that says which may read what. */
class SecretGrantsTest {
  private static final String NAME = "PLUMBLINE_CAMERA_PASSWORD";

  @TempDir private Path directory;
  private Path settings = Path.of("");

  @BeforeEach
  void makeTheDossiers() throws IOException {
    settings = Files.createDirectories(directory.resolve("settings"));
    DossierOnDisk.in(directory.resolve("acme"));
    DossierOnDisk.in(directory.resolve("evil"));
  }

  private void grant(String text, String permissions) throws IOException {
    Path file = settings.resolve("secrets.yaml");
    Files.writeString(file, text.replace("HERE", directory.toString()));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }

  private void grant(String text) throws IOException {
    grant(text, "rw-------");
  }

  private List<String> passwords(String dossier, Problems problems) {
    Map<String, String> environment =
        Map.of(NAME, "of acme", "OTHER", "of the machine", "PLUMBLINE_CONFIG", settings.toString());
    return DossierFolder.at(directory.resolve(dossier), environment)
        .open(problems)
        .orElseThrow()
        .product()
        .credentials()
        .stream()
        .map(Product.Credential::password)
        .toList();
  }

  private List<String> passwords(String dossier) {
    return passwords(dossier, new Problems());
  }

  @Test
  void aVariableThatIsGivenToOneDossierIsReadByNoOther() throws IOException {
    assertThat(passwords("evil")).containsExactly("of acme");
    grant("secrets:\n- {dossier: HERE/acme, variables: [" + NAME + "]}\n");

    assertThat(passwords("acme")).containsExactly("of acme");
    Problems problems = new Problems();
    assertThat(passwords("evil", problems)).isEmpty();
    assertThat(problems.sorted()).extracting(Problem::id).containsExactly("PLB-2025");
    assertThat(problems.sorted().getFirst().what()).contains("other dossiers alone");
  }

  @Test
  void aDossierBehindALinkIsTheOneThatTheLinkLeadsTo() throws IOException {
    Files.createSymbolicLink(directory.resolve("link"), directory.resolve("acme"));
    grant("secrets:\n- {dossier: HERE/link, variables: [" + NAME + "]}\n");

    assertThat(passwords("acme")).containsExactly("of acme");
    assertThat(passwords("evil")).isEmpty();
  }

  @Test
  void aVariableOfAnyNameCanBeGivenByTheUserAlone() throws IOException {
    DossierOnDisk.in(directory.resolve("acme")).but("product.yaml", NAME, "OTHER");
    assertThat(passwords("acme")).isEmpty();
    grant("secrets:\n- {dossier: HERE/acme, variables: [OTHER]}\n");

    assertThat(passwords("acme")).containsExactly("of the machine");
  }

  @Test
  void theSettingsOfPlumblineAreNoPasswords() throws IOException {
    DossierOnDisk.in(directory.resolve("acme")).but("product.yaml", NAME, "PLUMBLINE_CONFIG");
    grant("secrets:\n- {dossier: HERE/acme, variables: [PLUMBLINE_CONFIG]}\n");

    assertThat(passwords("acme")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r--r--", "rw--w----", "rw-----w-"})
  void nothingIsReadWhereOthersCanReadOrChangeTheFile(String permissions) throws IOException {
    grant("secrets:\n- {dossier: HERE/acme, variables: [" + NAME + "]}\n", permissions);
    Problems problems = new Problems();

    assertThat(passwords("acme", problems)).isEmpty();
    assertThat(problems.sorted()).extracting(Problem::id).containsExactly("PLB-2026");
    assertThat(problems.sorted().getFirst().remedy()).contains("chmod 600");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "secrets:\n- {dossier: acme, variables: [PLUMBLINE_CAMERA_PASSWORD]}\n",
        "secrets:\n- {variables: [PLUMBLINE_CAMERA_PASSWORD]}\n",
        "secrets:\n- {dossier: HERE/acme, variable: [PLUMBLINE_CAMERA_PASSWORD]}\n",
        "secret: []\n",
        "{"
      })
  void nothingIsReadWhereTheFileIsNotUnderstood(String text) throws IOException {
    grant(text);
    Problems problems = new Problems();

    assertThat(passwords("acme", problems)).isEmpty();
    assertThat(problems.sorted()).isNotEmpty();
    assertThat(problems.sorted().toString()).contains("secrets.yaml").doesNotContain("of acme");
  }

  @Test
  void aDossierThatWantsNoVariableHearsNothingOfTheFile() throws IOException {
    grant("{", "rw-rw-rw-");
    DossierOnDisk.in(directory.resolve("acme"))
        .but("product.yaml", "passwordEnv: " + NAME, "password: printed");
    Problems problems = new Problems();

    assertThat(passwords("acme", problems)).containsExactly("printed");
    assertThat(problems.hasErrors()).isFalse();
  }
}
