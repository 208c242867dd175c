package dev.plumbline.dossier.folder;

import dev.plumbline.core.Place;
import dev.plumbline.core.Problems;
import dev.plumbline.dossier.Decision;
import dev.plumbline.dossier.file.Shape;
import dev.plumbline.dossier.signed.Author;
import dev.plumbline.dossier.signed.Signed;
import dev.plumbline.dossier.signed.Team;
import dev.plumbline.dossier.signed.TeamRecord.Review;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells of signed records that do not count, such as after an edit by hand. */
public record SignatureProblems(Problems problems) {

  /**
   * Tells of each.
   *
   * @param decisions in the order of their journal, whose lines they are
   * @param team the same of the journal of the team
   */
  void tell(List<Decision> decisions, Team team) {
    Map<String, Author> authors = new HashMap<>();
    for (int i = 0; i < decisions.size(); i++) {
      Optional<Signed> signed = decisions.get(i).signed();
      if (signed.isPresent()) {
        authors.put(signed.get().digest().hex(), signed.get().author());
        sound(signed.get(), new Place(DossierWriter.DECISIONS, i + 1, 0));
      }
    }
    for (int i = 0; i < team.records().size(); i++) {
      Place place = new Place(DossierWriter.TEAM, i + 1, 0);
      sound(team.records().get(i).signed(), place);
      if (team.records().get(i) instanceof Review review) {
        Optional.ofNullable(authors.get(review.decision().hex()))
            .flatMap(author -> team.refusal(review.signed().author(), author))
            .ifPresent(why -> unusable(why, place));
      }
    }
  }

  private void sound(Signed signed, Place place) {
    if (!signed.sound()) {
      problems.error(
          "PLB-1075",
          place,
          "The signature of " + Shape.shown(signed.author().name()) + " does not fit the record.",
          "The record was changed after it was signed, and does not count. Restore the file from a"
              + " backup or the repository.");
    }
  }

  private void unusable(String why, Place place) {
    problems.error(
        "PLB-1076",
        place,
        "The review does not count: " + Shape.shown(why) + ".",
        "Another person has to review the decision with a key of their own.");
  }
}
