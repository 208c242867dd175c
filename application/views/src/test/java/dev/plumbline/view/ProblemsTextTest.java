package dev.plumbline.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Place;
import dev.plumbline.core.Problem;
import dev.plumbline.core.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemsTextTest {
  private static final Place FIRST = new Place("a.yaml", 3, 1);
  private static final Place SECOND = new Place("b.yaml", 5, 7);

  private static Problem problem(String id, Severity severity, Place place, String remedy) {
    return new Problem(id, severity, place, "Wrong at " + place + ".", remedy);
  }

  private static List<String> lines(Problem... problems) {
    return new ProblemsText(new Style(false)).lines(List.of(problems));
  }

  @Test
  void errorsStandFirstWhateverTheirPlace() {
    assertThat(
            lines(
                problem("PLB-1", Severity.HINT, FIRST, "Look."),
                problem("PLB-2", Severity.WARNING, FIRST, "Ask."),
                problem("PLB-3", Severity.ERROR, SECOND, "Mend.")))
        .containsExactly(
            "b.yaml:5:7 error PLB-3",
            "    Wrong at b.yaml:5:7.",
            "    → Mend.",
            "a.yaml:3:1 warning PLB-2",
            "    Wrong at a.yaml:3:1.",
            "    → Ask.",
            "a.yaml:3:1 hint PLB-1",
            "    Wrong at a.yaml:3:1.",
            "    → Look.");
  }

  @Test
  void problemsWithOneRemedyAreOneGroupWithItsPlaces() {
    assertThat(
            lines(
                problem("PLB-1", Severity.ERROR, SECOND, "Mend."),
                problem("PLB-1", Severity.ERROR, SECOND, "Write another."),
                problem("PLB-1", Severity.ERROR, FIRST, "Mend.")))
        .containsExactly(
            "error PLB-1 at 2 places",
            "    → Mend.",
            "        a.yaml:3:1: Wrong at a.yaml:3:1.",
            "        b.yaml:5:7: Wrong at b.yaml:5:7.",
            "b.yaml:5:7 error PLB-1",
            "    Wrong at b.yaml:5:7.",
            "    → Write another.");
  }

  @Test
  void oneRemedyOfTwoKindsIsTwoGroups() {
    assertThat(
            lines(
                problem("PLB-1", Severity.ERROR, FIRST, "Mend."),
                problem("PLB-2", Severity.ERROR, FIRST, "Mend.")))
        .hasSize(6);
  }

  @Test
  void whatADossierSaysMovesNoCursor() {
    assertThat(lines(problem("PLB-1", Severity.ERROR, FIRST, "Write \u001b[2J.")))
        .noneMatch(l -> l.contains("\u001b"));
  }

  @Test
  void countsHaveTheirPlural() {
    assertThat(
            ProblemsText.counts(
                List.of(
                    problem("PLB-1", Severity.ERROR, FIRST, "Mend."),
                    problem("PLB-2", Severity.HINT, FIRST, "Look."),
                    problem("PLB-3", Severity.HINT, FIRST, "Look."))))
        .isEqualTo("1 error, 0 warnings, 2 hints.");
  }
}
