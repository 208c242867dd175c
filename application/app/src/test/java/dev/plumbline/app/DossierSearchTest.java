package dev.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DossierSearchTest {
  @TempDir private Path folder;

  @Test
  void dossiersAreFoundAtAnyDepthEachOnceAndInOrder() throws IOException {
    Path lock = dossier("b/lock");
    Path camera = dossier("a/cameras/camera");
    assertThat(DossierSearch.in(List.of(folder, lock, folder))).containsExactly(camera, lock);
  }

  @Test
  void whatLiesInADossierIsNoDossierOfItsOwn() throws IOException {
    Path camera = dossier("camera");
    dossier("camera/evidence/copy");
    assertThat(DossierSearch.in(List.of(folder))).containsExactly(camera);
  }

  @Test
  void linksAreNotFollowed() throws IOException {
    Path camera = dossier("real/camera");
    Path other = Files.createDirectories(folder.resolve("links"));
    Files.createSymbolicLink(other.resolve("camera"), camera);
    Files.createSymbolicLink(other.resolve("loop"), folder);
    Path half = Files.createDirectories(other.resolve("half"));
    Files.createSymbolicLink(half.resolve("product.yaml"), camera.resolve("product.yaml"));
    assertThat(DossierSearch.in(List.of(other))).isEmpty();
  }

  private Path dossier(String name) throws IOException {
    Path dossier = Files.createDirectories(folder.resolve(name));
    Files.writeString(dossier.resolve("product.yaml"), "edition: \"3.1.3\"\n");
    return dossier;
  }
}
