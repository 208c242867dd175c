package dev.plumbline.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Finding;
import dev.plumbline.core.Place;
import dev.plumbline.dossier.Observation;
import dev.plumbline.engine.Check.Outcome;
import org.junit.jupiter.api.Test;

class QuestionsTest {
  private static final Observation SHOWN =
      Scene.current().seen("tcp.open-ports", "address/192.0.2.1", "{}").observations().getFirst();

  private final Questions questions = new Questions();

  private Outcome outcome() {
    return questions.outcome("Seen: ", "Mend it.", "It holds.");
  }

  @Test
  void holdsWhereNothingSpeaksAgainstAndNothingWasLeftUnseen() {
    assertThat(outcome().finding()).isEqualTo(new Finding.Holds("It holds."));
  }

  @Test
  void aGapOutweighsNothingFound() {
    questions.gap("nobody looked");
    assertThat(outcome().finding()).isEqualTo(new Finding.Undetermined("Nobody looked."));
  }

  @Test
  void aRefutationOutweighsAGap() {
    questions.gap("nobody looked");
    questions.against("port 23 is open", SHOWN);
    assertThat(outcome().finding())
        .isEqualTo(new Finding.Violated("Seen: port 23 is open.", "Mend it."));
    assertThat(outcome().basis()).containsExactly(SHOWN);
  }

  @Test
  void everythingAgainstContradictsOneStatement() {
    questions.against("port 23 is open", SHOWN);
    questions.against("port 80 is open", SHOWN);
    questions.contradicting(Place.of("ixit/x.yaml"), "All is shut.");
    assertThat(outcome().contradictions())
        .singleElement()
        .satisfies(c -> assertThat(c.observed()).isEqualTo("port 23 is open; port 80 is open."));
  }

  @Test
  void aStatementThatSaysNothingCannotBeContradicted() {
    questions.against("port 23 is open", SHOWN);
    questions.contradicting(Place.of("ixit/x.yaml"), " ");
    assertThat(outcome().contradictions()).isEmpty();
  }

  @Test
  void aDeviceWithAllPortsOpenDoesNotFillTheReport() {
    for (int port = 1; port <= 65_535; port++) {
      questions.against("port " + port + " is open", SHOWN);
    }
    assertThat(outcome().finding().reason()).endsWith("port 20 is open; and 65515 more.");
  }
}
