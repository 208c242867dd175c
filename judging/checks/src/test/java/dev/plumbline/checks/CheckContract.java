package dev.plumbline.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Finding;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.check.Check.Outcome;
import dev.plumbline.judging.fact.QuestionLog;
import dev.plumbline.observation.RecordForm.FieldForm;
import dev.plumbline.observation.registry.Kinds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What every check keeps, whatever it judges. A device that says less, or says it elsewhere, never
 * gets a better finding, unless what it does not say any more was the refutation.
 */
public abstract class CheckContract {
  /** Whether the trial worked at all: without that, what became of it shows nothing. */
  private static final Set<String> CONTROLS = Set.of("control", "readBack", "readingEnds");

  protected abstract Check check();

  /** A scene in which the proposition holds, and each observation is needed for that. */
  protected abstract Scene holding();

  /** A scene in which it is refuted. */
  protected abstract Scene refuted();

  /** Key of the observation that refutes. */
  protected abstract String refutedBy();

  /** Typed fields without which nothing can be said, as TABLE KEY. */
  protected abstract List<String> fields();

  /** What holds has to be earned: each question asked and answered. */
  public final Finding finding(Scene scene) {
    Outcome outcome = scene.judge(check());
    if (outcome.finding() instanceof Finding.Holds) {
      assertThat(outcome.questionLog().refusal()).as(outcome.finding().reason()).isEmpty();
    }
    return outcome.finding();
  }

  public final Finding.Violated violated(Scene scene) {
    Finding finding = finding(scene);
    assertThat(finding).isInstanceOf(Finding.Violated.class);
    return (Finding.Violated) finding;
  }

  /** The questions of a check and the places of its search. */
  public final QuestionLog questionLog(Scene scene) {
    return scene.judge(check()).questionLog();
  }

  /** Undetermined, with these words in the reason. */
  public final void undetermined(Scene scene, String words) {
    Finding finding = finding(scene);
    assertThat(finding).isInstanceOf(Finding.Undetermined.class);
    assertThat(finding.reason()).containsIgnoringCase(words);
  }

  public final void holds(Scene scene) {
    Finding finding = finding(scene);
    assertThat(finding).as(finding.reason()).isInstanceOf(Finding.Holds.class);
  }

  /** The one contradiction of a scene, as "place: declared". */
  public final String contradiction(Scene scene) {
    Outcome outcome = scene.judge(check());
    assertThat(outcome.contradictions()).hasSize(1);
    return outcome.contradictions().getFirst().place()
        + ": "
        + outcome.contradictions().getFirst().declared();
  }

  @Test
  final void holdsWhereEverythingWasSeen() {
    Finding finding = finding(holding());
    assertThat(finding)
        .as(finding.reason())
        .isInstanceOf(check().refutesOnly() ? Finding.Undetermined.class : Finding.Holds.class);
  }

  @Test
  final void whatItTellsIsAsApproved() {
    new ToldPage(check())
        .with("a sound device", holding())
        .with("a flawed device", refuted())
        .with("a mute device", holding().each(Scene::mute))
        .with("nothing seen", holding().having(List.of()))
        .isAsApproved();
  }

  /** What is not recorded is never "none", in whichever observation and field. */
  @Test
  final void nothingHoldsWhereARequiredFieldWasNotRecorded() {
    List<String> stillHolds = new ArrayList<>();
    for (Observation o : holding().observations()) {
      for (FieldForm field : Kinds.of(o.key()).orElseThrow().form().fields()) {
        boolean recorded = (field.coverage() ? o.coverage() : o.value()).containsKey(field.name());
        boolean needed = field.required() || field.when().isPresent();
        if (recorded && needed && finding(dropped(o, field)) instanceof Finding.Holds) {
          stillHolds.add(o.key() + " " + field.name());
        }
      }
    }
    assertThat(stillHolds).isEmpty();
  }

  /**
   * A line that lacks a field of its coverage is heard with one that says the least. That refutes
   * by what was seen, and by nothing that was only not told.
   */
  @Test
  final void coverageThatIsNotToldRefutesNothing() {
    List<String> refuting = new ArrayList<>();
    for (Observation o : holding().observations()) {
      for (String field : Kinds.of(o.key()).orElseThrow().form().required(true)) {
        if (finding(uncovered(holding(), o, field)) instanceof Finding.Violated v) {
          refuting.add(o.key() + " " + field + ": " + v.reason());
        }
      }
    }
    assertThat(refuting).isEmpty();
  }

  @Test
  final void whatWasSeenRefutesWhereItsCoverageIsNotTold() {
    List<String> lost = new ArrayList<>();
    for (Observation o : refuted().observations()) {
      for (String field : Kinds.of(o.key()).orElseThrow().form().required(true)) {
        if (o.seen()
            && isRefuting(o)
            && !CONTROLS.contains(field)
            && !(finding(uncovered(refuted(), o, field)) instanceof Finding.Violated)) {
          lost.add(o.key() + " " + field);
        }
      }
    }
    assertThat(lost).isEmpty();
  }

  private static Scene uncovered(Scene scene, Observation o, String field) {
    return scene.each(
        other ->
            other.equals(o)
                ? new Observation(
                        o.key(),
                        o.subject(),
                        o.outcome(),
                        o.value(),
                        without(o.coverage(), field),
                        o.reason(),
                        o.source(),
                        o.evidence())
                    .withoutCoverage()
                : other);
  }

  private Scene dropped(Observation o, FieldForm field) {
    return holding()
        .each(
            other ->
                other.equals(o)
                    ? new Observation(
                        o.key(),
                        o.subject(),
                        o.outcome(),
                        field.coverage() ? o.value() : without(o.value(), field.name()),
                        field.coverage() ? without(o.coverage(), field.name()) : o.coverage(),
                        o.reason(),
                        o.source(),
                        o.evidence())
                    : other);
  }

  private static Map<String, Object> without(Map<String, Object> map, String name) {
    Map<String, Object> less = new HashMap<>(map);
    less.remove(name);
    return less;
  }

  @Test
  final void isRefutedWhereTheDeviceSaysOtherwise() {
    Finding.Violated finding = violated(refuted());
    assertThat(finding.reason()).isNotBlank();
    assertThat(finding.remedy()).isNotBlank();
  }

  /** The trace must not answer yes to the question that the flaw is about. */
  @Test
  final void aFlawRefutesAQuestion() {
    assertThat(questionLog(refuted()).entries()).anyMatch(e -> e.reply() == QuestionLog.Reply.NO);
  }

  @Test
  final void everyContradictionNamesAPlaceAndRestsOnAnObservation() {
    Outcome outcome = refuted().judge(check());
    assertThat(outcome.contradictions())
        .allSatisfy(
            c -> {
              assertThat(c.place().line()).isPositive();
              assertThat(c.declared()).isNotBlank();
              assertThat(c.observed()).isNotBlank();
              assertThat(outcome.basis()).contains(c.observation());
            })
        .doesNotHaveDuplicates();
  }

  @Test
  final void saysNothingOnAnEmptyJournal() {
    assertThat(finding(holding().having(List.of()))).isInstanceOf(Finding.Undetermined.class);
  }

  @Test
  final void saysNothingOfAMuteDevice() {
    assertThat(finding(holding().each(Scene::mute))).isInstanceOf(Finding.Undetermined.class);
    assertThat(finding(refuted().each(Scene::mute))).isInstanceOf(Finding.Undetermined.class);
  }

  @Test
  final void neverHoldsWhereAnyOfItsObservationsIsMissingOrUnanswered() {
    weakened(holding())
        .forEach(
            s ->
                assertThat(finding(s))
                    .as("with %s", s.observations())
                    .isNotInstanceOf(Finding.Holds.class));
  }

  @Test
  final void aRefutationNeverTurnsIntoHoldsWhateverElseIsMissing() {
    weakened(refuted())
        .filter(s -> s.observations().stream().anyMatch(o -> o.seen() && isRefuting(o)))
        .forEach(
            s ->
                assertThat(finding(s))
                    .as("with %s", s.observations())
                    .isNotInstanceOf(Finding.Holds.class));
  }

  private boolean isRefuting(Observation o) {
    return o.key().equals(refutedBy());
  }

  @Test
  final void observationsOfAnotherEndpointSayNothing() {
    Scene elsewhere = holding().each(CheckContract::elsewhere);
    assertThat(finding(elsewhere)).isNotInstanceOf(Finding.Holds.class);
  }

  @Test
  final void observationsOfAnotherAddressSayNothing() {
    Finding finding = finding(holding().addresses("192.0.2.77"));
    assertThat(finding instanceof Finding.Holds).isEqualTo(!boundToAddress());
  }

  /** Whether it looks at the device; the maker's pages and units from the shelf are elsewhere. */
  protected boolean boundToAddress() {
    return true;
  }

  @Test
  final void saysNothingWhereATypedFieldIsMissing() {
    for (String field : fields()) {
      String[] parts = field.split(" ");
      assertThat(finding(holding().withoutCell(parts[0], parts[1])))
          .as("without %s", field)
          .isInstanceOf(Finding.Undetermined.class);
    }
  }

  @Test
  final void readsNoKeyThatItDoesNotName() {
    Scene known =
        holding()
            .having(
                holding().observations().stream()
                    .filter(o -> check().needs().contains(o.key()))
                    .toList());
    assertThat(finding(known)).isEqualTo(finding(holding()));
  }

  /** Keys whose absence the contract of another check tests, where this one asks that check. */
  protected List<String> weakenedElsewhere() {
    return List.of();
  }

  /** Every way of dropping some observations and leaving others unanswered. */
  private Stream<Scene> weakened(Scene scene) {
    List<Observation> kept =
        scene.observations().stream().filter(o -> weakenedElsewhere().contains(o.key())).toList();
    List<Observation> all =
        scene.observations().stream().filter(o -> !weakenedElsewhere().contains(o.key())).toList();
    assertThat(all).as("three to the power of these have to be tried").hasSizeLessThan(9);
    List<List<Observation>> ways = new ArrayList<>(List.of(kept));
    for (Observation o : all) {
      List<List<Observation>> next = new ArrayList<>();
      for (List<Observation> way : ways) {
        next.add(way);
        next.add(plus(way, o));
        next.add(plus(way, Scene.mute(o)));
      }
      ways = next;
    }
    return ways.stream()
        .filter(w -> w.size() < scene.observations().size() || !w.containsAll(all))
        .map(scene::having);
  }

  private static List<Observation> plus(List<Observation> way, Observation o) {
    List<Observation> more = new ArrayList<>(way);
    more.add(o);
    return more;
  }

  private static Observation elsewhere(Observation o) {
    return Endpoint.parse(o.subject())
        .map(e -> Scene.at(o, new Endpoint(e.transport(), e.address(), e.port() + 1).toString()))
        .orElseGet(() -> Scene.at(o, o.subject() + "7"));
  }
}
