package dev.plumbline.checks.update;

import dev.plumbline.checks.Questions;
import dev.plumbline.core.Remedy;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.trial.BootTrial;
import dev.plumbline.observation.trial.UpdateFetch;
import dev.plumbline.observation.trial.UpdateTrial;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Attempts to make the device run an image that it should not run.
 *
 * @param control whether the genuine image was taken by the same way, without which no refusal
 *     counts
 * @param absent images that the dossier does not have
 */
record Trials(List<Attempt> attempts, boolean control, List<String> absent) {
  private static final String RAN = "yes";
  private static final String REFUSED = "no";

  /**
   * One image.
   *
   * @param ran {@code yes}, {@code no} or {@code unknown}
   */
  private record Attempt(String image, String before, String after, String ran, String why) {}

  /** What the observation says of trials; empty where it has no answer, or is of another kind. */
  private static Optional<Trials> in(Observation o) {
    return Stream.of(
            o.as(UpdateTrial.class).map(Trials::of),
            o.as(UpdateFetch.class).map(Trials::of),
            o.as(BootTrial.class).map(Trials::of))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Trials of(UpdateTrial t) {
    return new Trials(
        t.trials().stream()
            .map(a -> new Attempt(a.image(), a.before(), a.after(), a.ran(), a.reason()))
            .toList(),
        t.control() && t.genuine().ran().equals(RAN),
        t.absent());
  }

  private static Trials of(UpdateFetch t) {
    return new Trials(
        t.trials().stream()
            .map(a -> new Attempt(a.image(), a.before(), a.after(), a.ran(), a.reason()))
            .toList(),
        t.control() && t.genuine().ran().equals(RAN),
        t.absent());
  }

  private static Trials of(BootTrial t) {
    return new Trials(
        t.trials().stream().map(Trials::attempt).toList(),
        t.control() && t.genuine().ran().equals(RAN),
        List.of());
  }

  /** An image that was not read back may never have been in the memory. */
  private static Attempt attempt(BootTrial.Trial a) {
    return a.ran().equals(REFUSED) && !a.readBack()
        ? new Attempt(
            a.image(), a.before(), a.after(), "unknown", "it was not read back from the memory")
        : new Attempt(a.image(), a.before(), a.after(), a.ran(), a.reason());
  }

  /**
   * Asks of each image whether the device refuses it.
   *
   * @param subject what was tried
   * @param images names of those that have to have been tried
   * @param probe that tries them
   */
  static void look(
      Facts facts,
      Class<? extends Fact> kind,
      String subject,
      List<String> images,
      String probe,
      Questions questions) {
    Optional<Observation> answer = facts.observations(kind, subject).stream().findFirst();
    answer.ifPresent(questions::restsOn);
    Optional<Trials> trials = answer.flatMap(Trials::in);
    if (trials.isPresent()) {
      trials.get().ask(answer.get(), images, questions);
    } else {
      questions
          .ask("Does the device refuse every altered image?", subject)
          .left(
              answer
                  .map(Observation::reason)
                  .orElse("nobody offered the device an altered image (" + probe + ")"),
              new Remedy.RunProbe(List.of(probe)));
    }
  }

  private void ask(Observation shows, List<String> images, Questions questions) {
    Questions.Asked taken =
        questions.ask("Does the device run a genuine image by the same way?", shows.subject());
    if (control) {
      taken.answered(shows, "it runs the genuine newer image");
    } else {
      taken.left(
          "the device did not take the genuine newer image either, so a refusal proves nothing"
              + " and nothing follows");
    }
    Set<String> tried = new HashSet<>();
    for (Attempt attempt : attempts) {
      tried.add(attempt.image());
      attempt(attempt, shows, questions);
    }
    for (String image : images) {
      if (!tried.contains(image)) {
        refuses(image, shows, questions)
            .left(
                "that the device refuses '" + image + "' was not seen",
                absent.contains(image)
                    ? new Remedy.ChangeDeclaration("driver.yaml, images", "give '" + image + "'")
                    : new Remedy.GiveDriver(List.of("images")));
      }
    }
    questions.lookedAt(
        attempts.size()
            + " altered images by "
            + shows.key()
            + " of "
            + shows.subject()
            + ": "
            + String.join(", ", attempts.stream().map(Attempt::image).toList()));
  }

  private static Questions.Asked refuses(String image, Observation shows, Questions questions) {
    return questions.ask("Does the device refuse the image?", shows.subject() + " " + image);
  }

  private static void attempt(Attempt attempt, Observation shows, Questions questions) {
    Questions.Asked refuses = refuses(attempt.image(), shows, questions);
    switch (attempt.ran()) {
      case RAN ->
          refuses.refuted(
              shows,
              "the device runs the image '"
                  + attempt.image()
                  + "': it said "
                  + attempt.before()
                  + " before and "
                  + attempt.after()
                  + " afterwards");
      case REFUSED ->
          refuses.answered(shows, "it runs " + attempt.after() + " as before, and not the image");
      default ->
          refuses.left(
              "whether the image '"
                  + attempt.image()
                  + "' runs is not known"
                  + (attempt.why().isBlank() ? "" : ": " + attempt.why()));
    }
  }
}
