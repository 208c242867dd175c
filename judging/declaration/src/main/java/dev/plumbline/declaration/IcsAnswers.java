package dev.plumbline.declaration;

import dev.plumbline.catalogue.Provision;
import dev.plumbline.declaration.Applicability.Answer;
import dev.plumbline.dossier.IcsAnswer;

/** Which of Y, N and N/A the pro forma allows for a row. */
final class IcsAnswers implements Concern {

  @Override
  public void look(DatedDossier declared, Found found) {
    for (IcsAnswer answer : declared.ics().answers().values()) {
      declared
          .catalogue()
          .provision(answer.provision())
          .ifPresent(p -> allowed(answer, p, Applicability.of(p, declared), found));
    }
  }

  private static void allowed(IcsAnswer answer, Provision p, Applicability applies, Found found) {
    switch (answer.support()) {
      case NOT_APPLICABLE -> notApplicable(answer, p, applies, found);
      case NO -> refused(answer, p, applies, found);
      case YES -> {
        if (applies.answer() == Answer.DOES_NOT_APPLY) {
          String against = Applicability.spoken(applies.against());
          found.add("PLB-3025", answer.place(), p.id(), against);
        }
      }
    }
  }

  private static void notApplicable(
      IcsAnswer answer, Provision p, Applicability applies, Found found) {
    String labels = Applicability.spoken(Applicability.labels(p));
    if (!p.isConditional()) {
      String kind = p.mandatory() ? "PLB-3020" : "PLB-3021";
      found.add(kind, answer.place(), p.id(), p.printedStatus());
      return;
    }
    if (applies.answer() == Answer.APPLIES) {
      found.add("PLB-3022", answer.place(), p.id(), labels);
    } else if (applies.answer() == Answer.OPEN) {
      found.add("PLB-3023", answer.place(), p.id(), Applicability.spoken(applies.open()));
    }
    if (printedWithoutMark(p)) {
      found.add("PLB-3024", answer.place(), p.id(), p.printedStatus());
    }
    if (answer.detail().isBlank()) {
      found.add("PLB-3030", answer.place(), p.id(), labels);
    }
  }

  /** Conditions in brackets, yet neither C nor F in front of them: a slip of the pro forma. */
  private static boolean printedWithoutMark(Provision p) {
    return !p.printedStatus().matches(".*[CF].*");
  }

  private static void refused(IcsAnswer answer, Provision p, Applicability applies, Found found) {
    if (applies.answer() == Answer.DOES_NOT_APPLY) {
      found.add("PLB-3026", answer.place(), p.id(), Applicability.spoken(applies.against()));
    } else if (p.mandatory()) {
      found.add("PLB-3027", answer.place(), p.id(), p.title());
    }
    if (answer.detail().isBlank()) {
      found.add(p.mandatory() ? "PLB-3032" : "PLB-3031", answer.place(), p.id(), p.title());
    }
  }
}
