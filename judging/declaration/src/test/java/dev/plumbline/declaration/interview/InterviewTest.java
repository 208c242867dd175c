package dev.plumbline.declaration.interview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.Condition;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.core.ProvisionId;
import dev.plumbline.declaration.DossierText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InterviewTest {
  private final Interview interview = Interview.of(DossierText.catalogue(EditionId.named("3.1.3")));

  /** A mains-powered plug without logins, updates, personal data. */
  private static Map<String, List<String>> plug() {
    Map<String, List<String>> answers = new HashMap<>();
    answers.put("logins", List.of("nobody"));
    answers.put("guessing", List.of("no"));
    answers.put("updateRoom", List.of("no"));
    answers.put("updates", List.of("none"));
    answers.put("immutable", List.of("no"));
    answers.put("secrets", List.of("none"));
    answers.put("remoteSettings", List.of("no"));
    answers.put("unused", List.of("no"));
    answers.put("debug", List.of("none"));
    answers.put("tamper", List.of("no"));
    answers.put("personal", List.of("no"));
    answers.put("sensing", List.of("no"));
    answers.put("telemetry", List.of("no"));
    answers.put("aggregates", List.of("no"));
    return answers;
  }

  @ParameterizedTest
  @MethodSource("dev.plumbline.catalogue.EditionId#all")
  void settlesExactlyTheConditionsAndFeaturesOfTheEdition(EditionId edition) {
    Catalogue catalogue = DossierText.catalogue(edition);
    List<String> labels =
        Stream.concat(
                catalogue.conditions().values().stream(), catalogue.features().values().stream())
            .map(Condition::label)
            .toList();
    assertThat(Interview.of(catalogue).outcome(Map.of()).open())
        .containsExactlyInAnyOrderElementsOf(labels);
  }

  @ParameterizedTest
  @MethodSource("dev.plumbline.catalogue.EditionId#all")
  void hasFewerThanFortyQuestions(EditionId edition) {
    assertThat(Interview.of(DossierText.catalogue(edition)).questions()).hasSizeBetween(10, 39);
  }

  @Test
  void knowsItsOwnReasonsAndNoOthers() {
    InterviewOutcome outcome = interview.outcome(plug());
    assertThat(outcome.statements()).isNotEmpty().allMatch(s -> interview.isOwn(s.because()));
    assertThat(outcome.notApplicable()).isNotEmpty().allMatch(s -> interview.isOwn(s.because()));
    assertThat(outcome.statements())
        .noneMatch(s -> interview.isOwn(s.because() + " We looked."))
        .noneMatch(s -> interview.isOwn(s.because().replace("Interview: ", "Interview: perhaps ")));
    assertThat(List.of("", "Interview: .", "Interview: x.", "No. Interview: "))
        .noneMatch(interview::isOwn);
  }

  @Test
  void asksFirstWhoLogsIn() {
    assertThat(interview.next(Map.of()).map(Question::id)).contains("logins");
  }

  @Test
  void skipsWhatEarlierAnswersRuleOut() {
    assertThat(interview.next(Map.of("logins", List.of("nobody"))).map(Question::id))
        .contains("guessing");
  }

  @Test
  void asksAgainWhenTheAnswerIsNone() {
    assertThat(interview.next(Map.of("logins", List.of("nobody", "people"))).map(Question::id))
        .contains("logins");
  }

  @Test
  void endsWhenEverythingIsAnswered() {
    assertThat(interview.next(plug())).isEmpty();
    assertThat(interview.outcome(plug()).open()).isEmpty();
  }

  @Test
  void leavesOpenWhatIsNotAnswered() {
    InterviewOutcome outcome = interview.outcome(Map.of("logins", List.of("nobody")));
    assertThat(outcome.open()).contains("g", "12", "z").doesNotContain("a", "d");
    assertThat(outcome.notApplicable())
        .extracting(InterviewOutcome.Suggestion::provision)
        .contains(new ProvisionId("5.1-1"))
        .doesNotContain(new ProvisionId("5.3-3"));
  }

  @Test
  void suggestsNotApplicableWithTheAnswerAsReason() {
    InterviewOutcome outcome = interview.outcome(plug());
    Optional<InterviewOutcome.Suggestion> sensors =
        outcome.notApplicable().stream()
            .filter(s -> s.provision().equals(new ProvisionId("5.8-3")))
            .findFirst();
    assertThat(sensors.orElseThrow().because())
        .isEqualTo(
            "Feature v does not hold. Interview: the device does not sense its surroundings.");
  }

  @Test
  void givesTheAnswerBehindASkippedQuestionAsReason() {
    InterviewOutcome outcome = interview.outcome(plug());
    assertThat(outcome.statements())
        .filteredOn(s -> s.label().equals("h"))
        .singleElement()
        .satisfies(s -> assertThat(s.holds()).isFalse())
        .satisfies(s -> assertThat(s.because()).contains("no software can be updated"));
  }

  @Test
  void namesTheTablesThatAreNeeded() {
    List<String> tables =
        interview.outcome(plug()).tables().stream().map(InterviewOutcome.Need::table).toList();
    assertThat(tables).contains("2-UserInfo", "15-PhyIntf", "9-ReplSup");
    assertThat(tables).doesNotContain("22-ExtSens");
  }

  @Test
  void tellsWhatIsWrongWithAnswersFromAFile() {
    Map<String, List<String>> answers = new HashMap<>();
    answers.put("login", List.of("people"));
    answers.put("updates", List.of("som"));
    answers.put("debug", List.of("none", "port"));
    answers.put("personal", List.of("yes", "no"));
    answers.put("people", List.of());
    assertThat(interview.faults(answers))
        .anySatisfy(f -> assertThat(f).contains("no question 'login'").contains("'logins'"))
        .anySatisfy(f -> assertThat(f).contains("updates").contains("'some'"))
        .anySatisfy(f -> assertThat(f).contains("'none' excludes"))
        .anySatisfy(f -> assertThat(f).contains("Only one choice"))
        .anySatisfy(f -> assertThat(f).contains("No choice"))
        .hasSize(5);
  }

  @Test
  void conditionsHaveNumbersAndFeaturesLetters() {
    assertThat(new InterviewOutcome.Settled("12", true, "so").isFeature()).isFalse();
    assertThat(new InterviewOutcome.Settled("a", true, "so").isFeature()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("dev.plumbline.catalogue.EditionId#all")
  void asksNothingThatDecidesNothing(EditionId edition) {
    Interview asked = Interview.of(DossierText.catalogue(edition));
    List<String> idle = new ArrayList<>();
    for (Question q : asked.questions()) {
      if (!asked.matters(q.id())) {
        idle.add(q.id());
      }
    }
    assertThat(idle).isEmpty();
  }
}
