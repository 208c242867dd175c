package dev.plumbline.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.EditionId;
import dev.plumbline.catalogue.attack.Attacks;
import dev.plumbline.catalogue.guidance.Guidance;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GapsTest {
  @TempDir private Path directory;

  private GapList gaps(String text) throws IOException {
    return Gaps.of(
        DossierText.catalogue(EditionId.named("3.1.3")),
        new Guidance(),
        Attacks.load(),
        DossierText.of(text, "3.1.3").open(directory));
  }

  private static Optional<Gap> gap(GapList list, String provision) {
    return list.gaps().stream()
        .filter(g -> g.provision().id().value().equals(provision))
        .findFirst();
  }

  @Test
  void areAllProvisionsOfAnEmptyStatement() throws IOException {
    GapList list = gaps("# ics.yaml\nanswers: {}");
    assertThat(list.gaps()).hasSize(78).allMatch(g -> g.kind() == Gap.Kind.NOT_KNOWN);
    assertThat(list.attacks()).hasSize(Attacks.load().size());
  }

  @Test
  void comeWithGuidance() throws IOException {
    GapList list = gaps("# ics.yaml\nanswers: {}");
    assertThat(list.gaps()).allSatisfy(g -> assertThat(g.guidance()).isPresent());
  }

  @Test
  void startWithTheMostAttackedMandatoryOne() throws IOException {
    Gap first = gaps("# ics.yaml\nanswers: {}").gaps().getFirst();
    assertThat(first.provision().mandatory()).isTrue();
    assertThat(first.attacks()).contains("mirai");
    List<Gap> all = gaps("# ics.yaml\nanswers: {}").gaps();
    assertThat(all.getLast().attacks()).isEmpty();
  }

  @Test
  void leaveOutWhatIsMet() throws IOException {
    GapList list = gaps("# ics.yaml\nanswers:\n  5.1-1: {support: Y}\n");
    assertThat(gap(list, "5.1-1")).isEmpty();
  }

  @Test
  void nameTheReasonOfARefusal() throws IOException {
    GapList list = gaps("# ics.yaml\nanswers:\n  5.6-6: {support: N, detail: one binary}\n");
    Gap gap = gap(list, "5.6-6").orElseThrow();
    assertThat(gap.kind()).isEqualTo(Gap.Kind.NOT_MET);
    assertThat(gap.reason()).contains("recommended").contains("one binary");
  }

  @Test
  void holdNotApplicableThatNothingSupports() throws IOException {
    GapList list =
        gaps(
            """
            # ics.yaml
            features:
              v: {present: true, because: camera}
            answers:
              5.8-3: {support: N/A, detail: none}
              5.2-1: {support: N/A, detail: none}
              5.10-1: {support: N/A, detail: none}
            """);
    assertThat(gap(list, "5.8-3").orElseThrow().reason()).contains("feature v is stated to hold");
    assertThat(gap(list, "5.2-1").orElseThrow().reason()).contains("depends on nothing");
    assertThat(gap(list, "5.10-1").orElseThrow().reason()).contains("feature w is not settled");
  }

  @Test
  void leaveOutWhatDoesNotApply() throws IOException {
    GapList list =
        gaps(
            """
            # ics.yaml
            features:
              v: {present: false, because: no sensor}
            answers:
              5.8-3: {support: N/A, detail: no sensor}
            """);
    assertThat(gap(list, "5.8-3")).isEmpty();
  }

  @Test
  void holdWhatATableShowsToApply() throws IOException {
    GapList list =
        gaps(
            """
            # ics.yaml
            features:
              v: {present: false, because: no sensor}
            answers:
              5.8-3: {support: N/A, detail: no sensor}
            # ixit/22-ExtSens.yaml
            table: 22-ExtSens
            entries:
              - id: ExtSens-1
                description: Microphone of the door bell.
            """);
    Gap gap = gap(list, "5.8-3").orElseThrow();
    assertThat(gap.kind()).isEqualTo(Gap.Kind.NOT_APPLICABLE_UNSUPPORTED);
    assertThat(gap.reason()).contains("22-ExtSens/ExtSens-1");
  }

  @Test
  void openAnAttackByItsVectors() throws IOException {
    GapList list = gaps("# ics.yaml\nanswers:\n  5.1-1: {support: N, detail: one password}\n");
    GapList.OpenAttack mirai =
        list.attacks().stream()
            .filter(a -> a.attack().id().equals("mirai"))
            .findFirst()
            .orElseThrow();
    assertThat(mirai.vectors()).isNotEmpty();
    assertThat(mirai.vectors().getFirst().gaps())
        .extracting(g -> g.provision().id().value())
        .contains("5.1-1");
  }
}
