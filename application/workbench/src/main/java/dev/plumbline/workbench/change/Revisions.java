package dev.plumbline.workbench.change;

import dev.plumbline.app.DossierState;
import dev.plumbline.app.workspace.Workspace.Opened;
import dev.plumbline.core.Problem;
import dev.plumbline.reports.Visible;
import dev.plumbline.workbench.product.Product;
import dev.plumbline.workbench.web.Refusal;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;

/** A dossier as its git repository has it at a revision. */
final class Revisions {
  private static final int LONGEST = 200;

  private Revisions() {}

  /**
   * Opens it.
   *
   * @param revision as git names it
   * @throws Refusal 422 if there is no such revision, or what it has is no dossier
   */
  static Opened open(Product product, String revision, LocalDate day) {
    if (revision.length() > LONGEST) {
      throw new Refusal(
          422, "The name of the revision is too long.", "Name a branch, a tag or a commit.");
    }
    Opened opened;
    try {
      opened = new DossierState(product.folder(), Optional.of(revision)).open(day);
    } catch (IOException e) {
      throw new Refusal(
          422,
          Visible.of(String.valueOf(e.getMessage()), 400),
          "Name a branch, a tag or a commit of the repository that the dossier lies in.");
    }
    if (opened.workspace().isEmpty()) {
      throw new Refusal(
          422,
          "The dossier of that revision cannot be used: "
              + Visible.of(
                  opened.errors().stream().findFirst().map(Problem::what).orElse("it is broken"),
                  400),
          "Name another revision.");
    }
    return opened;
  }
}
