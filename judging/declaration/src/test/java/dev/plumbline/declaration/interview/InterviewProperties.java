package dev.plumbline.declaration.interview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.EditionId;
import dev.plumbline.declaration.DossierText;
import dev.plumbline.declaration.StatementsAgree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever somebody answers, the interview ends soon and its outcome hangs together. */
class InterviewProperties {

  private static Map<String, List<String>> answered(Interview interview, Random random) {
    Map<String, List<String>> answers = new HashMap<>();
    Optional<Question> next = interview.next(answers);
    while (next.isPresent()) {
      answers.put(next.get().id(), some(next.get(), random));
      next = interview.next(answers);
    }
    return answers;
  }

  private static List<String> some(Question question, Random random) {
    List<String> keys =
        new ArrayList<>(question.choices().stream().map(Question.Choice::key).toList());
    Collections.shuffle(keys, random);
    List<String> taken = keys.subList(0, question.many() ? 1 + random.nextInt(keys.size()) : 1);
    if (question.alone().filter(taken::contains).isPresent()) {
      return List.of(question.alone().get());
    }
    return List.copyOf(taken);
  }

  private static Map<String, Boolean> values(InterviewOutcome outcome) {
    Map<String, Boolean> values = new HashMap<>();
    outcome.statements().forEach(s -> values.put(s.label(), s.holds()));
    return values;
  }

  @Provide
  Arbitrary<EditionId> editions() {
    return Arbitraries.of(EditionId.all());
  }

  @Property(tries = 500)
  void everySequenceEndsInFewerThanFortyQuestionsAndSettlesAll(
      @ForAll("editions") EditionId edition, @ForAll long seed) {
    Interview interview = Interview.of(DossierText.catalogue(edition));
    Map<String, List<String>> answers = answered(interview, new Random(seed));
    assertThat(answers).hasSizeLessThan(40);
    assertThat(interview.faults(answers)).isEmpty();
    assertThat(interview.outcome(answers).open()).isEmpty();
  }

  @Property(tries = 500)
  void everyOutcomeKeepsTheRulesBetweenStatements(
      @ForAll("editions") EditionId edition, @ForAll long seed) {
    Interview interview = Interview.of(DossierText.catalogue(edition));
    Map<String, Boolean> values = values(interview.outcome(answered(interview, new Random(seed))));
    assertThat(StatementsAgree.rules(edition.version()))
        .filteredOn(StatementsAgree.Implication::must)
        .allSatisfy(
            r ->
                assertThat(
                        r.isBrokenBy(
                            values.getOrDefault(r.when(), false),
                            values.getOrDefault(r.then(), false)))
                    .as("%s in %s", r, values)
                    .isFalse());
  }

  @Property(tries = 300)
  void whatIsSettledStaysSettledWhateverComesNext(
      @ForAll("editions") EditionId edition, @ForAll long seed) {
    Interview interview = Interview.of(DossierText.catalogue(edition));
    Random random = new Random(seed);
    Map<String, List<String>> answers = new HashMap<>();
    Map<String, Boolean> before = values(interview.outcome(answers));
    Optional<Question> next = interview.next(answers);
    while (next.isPresent()) {
      answers.put(next.get().id(), some(next.get(), random));
      Map<String, Boolean> after = values(interview.outcome(answers));
      assertThat(after).containsAllEntriesOf(before);
      before = after;
      next = interview.next(answers);
    }
  }
}
