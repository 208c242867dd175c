package dev.plumbline.app.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.app.AssessedDossier;
import dev.plumbline.app.Assessors;
import dev.plumbline.app.PolicyChoice;
import dev.plumbline.app.edit.DeclarationFiles.NewText;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.core.Problem;
import dev.plumbline.core.ProvisionId;
import dev.plumbline.dossier.Support;
import dev.plumbline.dossier.folder.DossierFolder;
import dev.plumbline.insight.change.TurnedProvision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a change would do is what it does. */
class ChangePreviewsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

  @TempDir Path temporary;
  private final ChangePreviews previews = new ChangePreviews(new Assessors());

  private static Map<String, String> texts(Path folder, DeclarationEdit edit) {
    NewText text = (NewText) new DeclarationFiles(DossierFolder.at(folder)).edited(edit);
    return Map.of(text.file(), text.text());
  }

  @Test
  void theVerdictsThatAreForetoldAreThoseThatCome() throws IOException {
    Path folder = Examples.copy("sound-camera", temporary.resolve("camera"));
    DeclarationState before = previews.open(folder, DAY).orElseThrow();
    Map<String, String> texts =
        texts(folder, new AnswerEdit(new ProvisionId("5.1-4"), Support.of("N"), "Dropped."));
    String untouched = Files.readString(folder.resolve("ics.yaml"));
    ChangePreview preview = previews.of(before, texts, DAY);
    assertThat(Files.readString(folder.resolve("ics.yaml"))).isEqualTo(untouched);
    assertThat(preview.changes()).extracting(c -> c.where()).containsOnly("5.1-4");
    assertThat(preview.verdicts().orElseThrow().provisions())
        .extracting((TurnedProvision p) -> p.provision().value())
        .contains("5.1-4");
    Files.writeString(folder.resolve("ics.yaml"), texts.get("ics.yaml"));
    AssessedDossier now = AssessedDossier.of(Workspace.open(folder, DAY), PolicyChoice.USUAL, DAY);
    assertThat(preview.verdicts().orElseThrow().after()).isEqualTo(now.verdict());
    for (TurnedProvision turned : preview.verdicts().orElseThrow().provisions()) {
      assertThat(
              now.result()
                  .groups()
                  .filter(g -> g.provision().id().equals(turned.provision()))
                  .findFirst()
                  .orElseThrow()
                  .verdict()
                  .map(Enum::name)
                  .orElse("declined"))
          .isEqualTo(turned.after());
    }
  }

  @Test
  void problemsThatComeAndGoAreNamed() throws IOException {
    Path folder = Examples.copy("sensor-tag", temporary.resolve("tag"));
    DeclarationState before = previews.open(folder, DAY).orElseThrow();
    ChangePreview worse =
        previews.of(
            before,
            texts(
                folder,
                new RowEdit(
                    CatalogueLoader.load(EditionId.preset()).table("1-AuthMech").orElseThrow(),
                    "AuthMech-1",
                    Map.of("attemptsBeforeDelay", "many"),
                    List.of())),
            DAY);
    assertThat(worse.fresh()).extracting(Problem::id).contains("PLB-4022");
    assertThat(worse.verdicts().isPresent()).isFalse();
    assertThat(worse.notJudged()).contains("keep the dossier from being judged");
  }

  @Test
  void aChangeThatMendsTheDossierSaysSo() throws IOException {
    Path folder = Examples.copy("sensor-tag", temporary.resolve("tag"));
    String sound = Files.readString(folder.resolve("ics.yaml"));
    Files.writeString(
        folder.resolve("ics.yaml"), sound.replaceFirst("support: \"?Y\"?", "support: Perhaps"));
    DeclarationState broken = previews.open(folder, DAY).orElseThrow();
    assertThat(broken.judged().isPresent()).isFalse();
    ChangePreview mended = previews.of(broken, Map.of("ics.yaml", sound), DAY);
    assertThat(mended.gone()).extracting(Problem::id).contains("PLB-1041");
    assertThat(mended.notJudged()).contains("after the change it can be");
  }
}
