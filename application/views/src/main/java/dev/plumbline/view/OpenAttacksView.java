package dev.plumbline.view;

import dev.plumbline.app.Assessor;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.catalogue.attack.Attack;
import dev.plumbline.catalogue.attack.Attacks;
import dev.plumbline.catalogue.crypto.CryptoPolicies;
import dev.plumbline.judging.Assessment;
import dev.plumbline.judging.exposure.Exposure;
import dev.plumbline.judging.exposure.Exposures;
import dev.plumbline.judging.exposure.FailingItems;
import dev.plumbline.judging.fact.Facts;
import java.time.LocalDate;
import java.util.List;

/** Which known attacks a product leaves open, and the failing items that they use. */
public record OpenAttacksView(List<Exposure> exposures, FailingItems failing) {

  public OpenAttacksView {
    exposures = List.copyOf(exposures);
  }

  /** Holds the attacks against what is declared and was seen, on a day. */
  public static OpenAttacksView of(Workspace workspace, LocalDate day) {
    return of(
        workspace,
        new Assessor(workspace.catalogue()).judge(workspace.dossier(), CryptoPolicies.load(), day),
        day);
  }

  /**
   * The same where the result is known.
   *
   * @param result of this dossier on this day
   */
  public static OpenAttacksView of(Workspace workspace, Assessment result, LocalDate day) {
    List<Attack> attacks = Attacks.load();
    return new OpenAttacksView(
        Exposures.of(
            attacks,
            Facts.of(workspace.catalogue(), workspace.dossier(), CryptoPolicies.load(), day)),
        FailingItems.of(result, attacks));
  }

  /** As plain values. */
  public Object json() {
    return ExposureText.json(exposures, failing);
  }

  /** For a terminal. */
  public List<String> lines(Style style) {
    return ExposureText.lines(exposures, failing, style);
  }
}
