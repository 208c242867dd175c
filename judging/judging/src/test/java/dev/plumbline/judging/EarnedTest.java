package dev.plumbline.judging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Finding;
import dev.plumbline.core.Place;
import dev.plumbline.core.Remedy;
import dev.plumbline.core.Verdict;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Support;
import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.judging.fact.NamedFact;
import dev.plumbline.judging.fact.QuestionLog;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A machine passes what it answered, and no open question. */
class EarnedTest {
  private static final String ITEM = World.LOGIN + "@1-AuthMech/Auth-1";
  static final Observation SEEN =
      World.observation("login.mechanism", "tcp/192.0.2.1/8443", Map.of("guarded", true));
  private static final Finding FINE = new Finding.Holds("None of the 3 logins tried opened.");

  /** Not in the list of those that ask nothing yet, and asks what the test says. */
  static final class Asks implements Bound {
    private final QuestionLog questionLog;

    Asks(QuestionLog questionLog) {
      this.questionLog = questionLog;
    }

    @Override
    public String unit() {
      return World.LOGIN;
    }

    @Override
    public List<String> needs() {
      return List.of("login.mechanism");
    }

    @Override
    public Outcome judge(TestItem item, Facts facts) {
      return new Outcome(FINE, List.of(SEEN), List.of(), questionLog);
    }
  }

  private static World asking(QuestionLog questionLog) {
    return new World().seen(SEEN).check(new Asks(questionLog));
  }

  private static QuestionLog.Entry entry(QuestionLog.Reply reply, Remedy... remedies) {
    return new QuestionLog.Entry(
        "Is it guarded?",
        "Auth-1",
        reply,
        "as the test says",
        reply == QuestionLog.Reply.YES
            ? Optional.of(new NamedFact.DeclaredText("test", Place.of("test")))
            : Optional.empty(),
        List.of(remedies));
  }

  private static QuestionLog questionLog(QuestionLog.Entry... entries) {
    return new QuestionLog(List.of(entries), List.of("3 logins"), List.of("1 declared path"));
  }

  @Test
  void aCheckThatAskedNothingProvesNothing() {
    assertThat(asking(QuestionLog.NONE).judged(ITEM).finding())
        .isInstanceOf(Finding.Undetermined.class)
        .extracting(Finding::reason)
        .asString()
        .startsWith("The check answered none of its questions.");
  }

  @Test
  void oneOpenQuestionAmongAnsweredOnesIsNoPassAndNamesItsRemedy() {
    Remedy remedy = new Remedy.AddEndpoints("1-AuthMech/Auth-1");
    Judged item =
        asking(questionLog(entry(QuestionLog.Reply.YES), entry(QuestionLog.Reply.OPEN, remedy)))
            .judged(ITEM);

    assertThat(item.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(item.finding())
        .isInstanceOfSatisfying(
            Finding.Undetermined.class, u -> assertThat(u.remedies()).containsExactly(remedy));
  }

  @Test
  void aClosedQuestionThatIsAnsweredPasses() {
    Judged item = asking(questionLog(entry(QuestionLog.Reply.YES))).judged(ITEM);

    assertThat(item.verdict()).isEqualTo(Verdict.PASS);
    assertThat(item.conclusion()).isEqualTo(Conclusion.PROVED);
  }

  @Test
  void theTraceShowsQuestionAnswerAndFact() {
    Judged item = asking(questionLog(entry(QuestionLog.Reply.YES))).judged(ITEM);

    assertThat(item.trace())
        .anySatisfy(
            s -> {
              assertThat(s.stage()).isEqualTo("question");
              assertThat(s.text()).isEqualTo("Is it guarded? (Auth-1) YES: as the test says");
              assertThat(s.where()).startsWith("test");
            });
  }

  @Test
  void anOpenQuestionThatIsAnsweredWasSearchedAndIsNoPass() {
    World world = asking(questionLog(entry(QuestionLog.Reply.YES)));
    world.catalogue.open(World.LOGIN);
    Judged item = world.judged(ITEM);

    assertThat(item.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(item.finding())
        .isEqualTo(
            new Finding.Searched(FINE.reason(), List.of("3 logins"), List.of("1 declared path")));
    assertThat(item.conclusion()).isEqualTo(Conclusion.SEARCHED);
  }

  @Test
  void aPersonConfirmsASearchWithoutFurtherEvidenceAndItStaysToldApart() {
    World world = asking(questionLog(entry(QuestionLog.Reply.YES)));
    world.catalogue.open(World.LOGIN);
    Judged item = world.decide(ITEM, new Finding.Holds("I read the list.")).judged(ITEM);

    assertThat(item.verdict()).isEqualTo(Verdict.PASS);
    assertThat(item.conclusion()).isEqualTo(Conclusion.CONFIRMED);
    assertThat(item.byMachine()).containsInstanceOf(Finding.Searched.class);
  }

  private static Conclusion ofProvision(World world) {
    return World.group(world.judge(), "5.1-1").conclusion().orElseThrow();
  }

  @Test
  void aProvisionTellsTheWeakestOfWhatStandsBehindIt() {
    String generated = World.GENERATED + "@1-AuthMech/Auth-1";
    String complete = World.COMPLETE + "@DUT";
    World world = asking(questionLog(entry(QuestionLog.Reply.YES)));
    world.catalogue.open(World.LOGIN);
    assertThat(ofProvision(world)).isEqualTo(Conclusion.OPEN);

    world.decide(generated, new Finding.Holds("Read."), World.EVIDENCE);
    world.decide(complete, new Finding.Holds("Read."), World.EVIDENCE);
    assertThat(ofProvision(world)).isEqualTo(Conclusion.SEARCHED);

    world.decide(ITEM, new Finding.Holds("I read the list."));
    assertThat(ofProvision(world)).isEqualTo(Conclusion.DECIDED);
    world.answer("5.1-1", Support.NO, "Not done.");
    assertThat(ofProvision(world)).isEqualTo(Conclusion.REFUTED);
  }

  @Test
  void aRuleDoesNotPassAnOpenQuestion() {
    World world = new World().rule(World.GENERATED, "", "unique", true);
    world.entry("1-AuthMech", "Auth-1", "unique: true\nendpoints: [tcp/8443]");
    world.catalogue.open(World.GENERATED);

    assertThat(world.judged(World.GENERATED + "@1-AuthMech/Auth-1").finding())
        .isInstanceOf(Finding.Searched.class);
  }

  @Test
  void aFlawStaysSeenWhateverAPersonDecides() {
    Finding bad = new Finding.Violated("The login is open.", "Guard it.");
    World world =
        new World()
            .seen(SEEN)
            .check(new Scripted.LoginsAreGuarded((i, f) -> Check.Outcome.of(bad, List.of(SEEN))))
            .decide(ITEM, new Finding.Holds("It is meant so."), World.EVIDENCE);
    Assessment result = world.judge();

    assertThat(world.judged(ITEM).verdict()).isEqualTo(Verdict.PASS);
    assertThat(result.flawsSeen())
        .singleElement()
        .satisfies(
            f -> {
              assertThat(f.item()).hasToString(ITEM);
              assertThat(f.reason()).isEqualTo(bad.reason());
              assertThat(f.evidence()).containsExactly(SEEN);
              assertThat(f.verdict()).contains(Verdict.PASS);
              assertThat(f.aside()).isFalse();
            });
  }
}
