package dev.plumbline.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Finding;
import dev.plumbline.core.Place;
import dev.plumbline.core.Remedy;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.check.Check.Outcome;
import dev.plumbline.judging.fact.NamedFact;
import dev.plumbline.judging.fact.QuestionLog;
import java.util.List;
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

  @Test
  void aQuestionThatNobodyAnsweredLeavesTheProposition() {
    questions.ask("Is port 23 closed?", "tcp/23").answered(SHOWN, "it is");
    questions.ask("Is port 80 closed?", "tcp/80");
    assertThat(outcome().finding())
        .isEqualTo(new Finding.Undetermined("Not answered for tcp/80: Is port 80 closed?."));
    assertThat(outcome().questionLog().refusal())
        .contains("Not answered: Is port 80 closed? (tcp/80)");
  }

  @Test
  void anAnswerNamesItsFactAndAddsItToTheBasis() {
    questions.ask("Is port 23 closed?", "tcp/23").answered(SHOWN, "65,535 ports were tried");
    assertThat(outcome().finding()).isEqualTo(new Finding.Holds("It holds."));
    assertThat(outcome().basis()).containsExactly(SHOWN);
    assertThat(outcome().questionLog().refusal()).isEmpty();
    assertThat(outcome().questionLog().entries())
        .singleElement()
        .satisfies(
            e -> {
              assertThat(e.reply()).isEqualTo(QuestionLog.Reply.YES);
              assertThat(e.fact()).contains(new NamedFact.Observed(SHOWN));
            });
  }

  @Test
  void anObservationWithoutAnAnswerAnswersNothing() {
    Observation mute =
        Scene.current().unanswered("tcp.open-ports", "address/192.0.2.1").observations().getFirst();
    questions.ask("Is port 23 closed?", "tcp/23").answered(mute, "it is");
    assertThat(outcome().finding()).isInstanceOf(Finding.Undetermined.class);
    assertThat(outcome().finding().reason()).contains("no answer came");
  }

  @Test
  void theWorstThatIsSaidOfAQuestionCounts() {
    Remedy more = new Remedy.RunProbe(List.of("tcp-open-ports"));
    questions
        .ask("Is port 23 closed?", "tcp/23")
        .left("half of the ports were tried", more)
        .answered(SHOWN, "it is");
    assertThat(outcome().finding())
        .isEqualTo(new Finding.Undetermined("Half of the ports were tried.", List.of(more)));

    questions
        .ask("Is port 80 closed?", "tcp/80")
        .answered(SHOWN, "it is")
        .refuted(SHOWN, "80 is open");
    assertThat(outcome().finding())
        .isEqualTo(new Finding.Violated("Seen: 80 is open.", "Mend it."));
    assertThat(outcome().questionLog().entries().getLast().reply()).isEqualTo(QuestionLog.Reply.NO);
  }

  @Test
  void thePlacesOfASearchAreKept() {
    questions.lookedAt("246 paths");
    questions.notLookedAt("the path /api");
    assertThat(outcome().questionLog().lookedAt()).containsExactly("246 paths");
    assertThat(outcome().questionLog().notLookedAt()).containsExactly("the path /api");
  }
}
