package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenPasswordTest {
  @TempDir Path directory;
  private Path dossier;
  private Path product;

  @BeforeEach
  void aDossierWithAPassword() throws IOException {
    dossier = Copies.of("sound-camera", directory.resolve("camera"));
    product = dossier.resolve("product.yaml");
    rights(directory, "rwxr-xr-x");
    rights(dossier, "rwxr-xr-x");
    rights(product, "rw-r--r--");
  }

  /** Where nobody else may enter the folder of temporary files, nobody else can read it there. */
  @Test
  void a_password_that_everybody_can_read_is_told() throws IOException {
    boolean reached = true;
    for (Path p = directory.toRealPath(); p != null; p = p.getParent()) {
      reached &= Files.getPosixFilePermissions(p).contains(PosixFilePermission.OTHERS_EXECUTE);
    }

    String told = check();

    assertThat(told.contains("warning PLB-2027")).isEqualTo(reached);
    assertThat(told.contains("chmod o-r product.yaml")).isEqualTo(reached);
  }

  @Test
  void a_file_of_its_owner_alone_is_not_told() throws IOException {
    rights(product, "rw-r-----");

    assertThat(check()).contains("PLB-2018").doesNotContain("PLB-2027");
  }

  @Test
  void a_folder_that_others_may_not_enter_keeps_it() throws IOException {
    rights(directory, "rwx------");

    assertThat(check()).doesNotContain("PLB-2027");
  }

  @Test
  void a_file_without_a_password_is_not_told() throws IOException {
    String text = Files.readString(product);
    Files.writeString(product, text.replaceAll("password: .*", "passwordEnv: PLUMBLINE_NONE"));

    assertThat(check()).doesNotContain("PLB-2027");
  }

  private String check() {
    return Ran.of("check", dossier.toString()).out();
  }

  private static void rights(Path path, String rights) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
  }
}
