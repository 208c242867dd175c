package dev.plumbline.judging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Finding;
import dev.plumbline.core.ItemId;
import dev.plumbline.core.Remedy;
import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.settling.NextSteps;
import dev.plumbline.judging.settling.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

class NextStepsTest {
  private static final Remedy SAMPLES = new Remedy.GiveSamples("passwords of 5 units");
  private static final Remedy DRIVER = new Remedy.GiveDriver(List.of("reset"));

  private static World world(Finding first, Finding second) {
    return new World()
        .check(new Scripted.LoginsAreGuarded((item, facts) -> Check.Outcome.of(first, List.of())))
        .check(
            new Scripted.TrafficIsAsDeclared((item, facts) -> Check.Outcome.of(second, List.of())));
  }

  private static Step step(World world, String start) {
    List<Step> steps = NextSteps.of(world.judge());
    return steps.stream()
        .filter(s -> s.line().startsWith(start))
        .findFirst()
        .orElseThrow(() -> new AssertionError(steps.toString()));
  }

  private static List<String> units(List<ItemId> items) {
    return items.stream().map(i -> i.unit().value()).toList();
  }

  @Test
  void whatTwoItemsLackIsToldOnceForBoth() {
    Finding open = new Finding.Undetermined("Too few.", List.of(SAMPLES));
    Step step = step(world(open, open), SAMPLES.line());
    assertThat(units(step.settles())).contains(World.LOGIN, World.TRAFFIC);
    assertThat(step.helps()).isEmpty();
    assertThat(step.gain()).isEqualTo("settles " + step.items() + " items");
  }

  @Test
  void anItemThatLacksTwoThingsIsOnlyHelpedByEach() {
    World world =
        world(
            new Finding.Undetermined("Two.", List.of(SAMPLES, DRIVER)),
            new Finding.Undetermined("One.", List.of(DRIVER)));
    assertThat(units(step(world, SAMPLES.line()).helps())).containsExactly(World.LOGIN);
    assertThat(step(world, SAMPLES.line()).gain()).isEqualTo("helps with 1 item");
    assertThat(units(step(world, DRIVER.line()).settles())).contains(World.TRAFFIC);
    assertThat(units(step(world, DRIVER.line()).helps())).containsExactly(World.LOGIN);
  }

  @Test
  void theBestGainComesFirst() {
    List<Step> steps =
        NextSteps.of(
            world(
                    new Finding.Undetermined("Two.", List.of(SAMPLES, DRIVER)),
                    new Finding.Undetermined("One.", List.of(DRIVER)))
                .judge());
    assertThat(steps.stream().map(s -> s.settles().size()))
        .isSortedAccordingTo((a, b) -> Integer.compare(b, a));
    assertThat(steps.getLast().line()).isEqualTo(SAMPLES.line());
  }

  @Test
  void whatNeedsNothingIsNoStep() {
    Finding wrong = new Finding.Violated("It is open.", "Close it.");
    assertThat(NextSteps.of(world(wrong, wrong).judge()))
        .flatExtracting(Step::settles)
        .extracting(i -> i.unit().value())
        .doesNotContain(World.LOGIN, World.TRAFFIC);
  }

  @Test
  void aDeviceThatNobodyAskedIsAskedFirst() {
    Finding open = new Finding.Undetermined("Nobody looked.");
    assertThat(units(step(world(open, open), "plumbline test").settles()))
        .contains(World.LOGIN, World.TRAFFIC);
  }

  @Test
  void whatAnErrorOfOursLeavesOpenIsForAPerson() {
    Finding error = new Finding.Errored("The check failed.");
    assertThat(units(step(world(error, error), "plumbline walk").settles()))
        .contains(World.LOGIN, World.TRAFFIC);
  }

  @Test
  void aPlanTellsWhatNothingCanDecideYet() {
    World world = world(new Finding.Undetermined("x"), new Finding.Undetermined("x"));
    assertThat(NextSteps.of(world.plan()).stream().map(Step::line))
        .anyMatch(l -> l.startsWith("plumbline test"))
        .anyMatch(l -> l.startsWith("plumbline walk"));
    assertThat(NextSteps.of(world.noTargets().plan()).stream().map(Step::line))
        .contains("Not tested: product.yaml names no targets.");
  }
}
