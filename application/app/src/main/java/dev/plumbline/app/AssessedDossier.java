package dev.plumbline.app;

import dev.plumbline.app.message.Message;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.app.workspace.Workspace.Opened;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.catalogue.crypto.CryptoPolicy;
import dev.plumbline.core.ItemId;
import dev.plumbline.core.Severity;
import dev.plumbline.core.UnitId;
import dev.plumbline.core.Verdict;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.judging.Assessment;
import dev.plumbline.judging.GroupResult;
import dev.plumbline.judging.Judged;
import dev.plumbline.judging.ReusableAssessment;
import dev.plumbline.judging.reuse.ReusableFindings;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A dossier as it was opened, with its result.
 *
 * @param findings what makes the next judging shorter; empty where nothing was kept for it
 */
public record AssessedDossier(
    Workspace workspace, Assessment result, Optional<ReusableFindings> findings) {

  /** A dossier that is not going to be judged again. */
  public AssessedDossier(Workspace workspace, Assessment result) {
    this(workspace, result, Optional.empty());
  }

  /**
   * Judges a dossier.
   *
   * @param opened a dossier that could be opened; its problems stand in the result
   * @param day the day that cryptography is judged for
   */
  public static AssessedDossier of(Opened opened, PolicyChoice policy, LocalDate day) {
    return of(opened, Assessor.of(opened.workspace().orElseThrow()), policy, day);
  }

  /**
   * Judges a dossier again.
   *
   * @param assessor that of the dossier's edition and profiles
   */
  public static AssessedDossier of(
      Opened opened, Assessor assessor, PolicyChoice policy, LocalDate day) {
    return of(opened, assessor, policy.policy(), day);
  }

  /** The same by a policy that was read already. */
  public static AssessedDossier of(
      Opened opened, Assessor assessor, CryptoPolicy policy, LocalDate day) {
    Workspace workspace = opened.workspace().orElseThrow();
    return new AssessedDossier(
        workspace,
        assessor.judge(workspace.dossier(), policy, day).withProblems(opened.problems()));
  }

  /**
   * Judges a dossier that is going to be judged again after each change.
   *
   * @param before what was kept of its last judging by the same assessor
   */
  public static AssessedDossier again(
      Opened opened,
      Assessor assessor,
      CryptoPolicy policy,
      LocalDate day,
      Optional<ReusableFindings> before) {
    Workspace workspace = opened.workspace().orElseThrow();
    ReusableAssessment judged = assessor.judge(workspace.dossier(), policy, day, before);
    return new AssessedDossier(
        workspace,
        judged.assessment().withProblems(opened.problems()),
        Optional.of(judged.findings()));
  }

  /** What opening it gave. */
  public Opened opened() {
    return new Opened(Optional.of(workspace), result.problems());
  }

  /** The dossier that was judged, as a person saw it who decides on an item of it. */
  public Dossier seen() {
    return workspace.dossier();
  }

  /** The edition that the dossier is written for. */
  public EditionId edition() {
    return workspace.catalogue().edition().id();
  }

  /** The verdict on the whole. */
  public Verdict verdict() {
    return result.verdict();
  }

  /** How many items were judged. */
  public long itemCount() {
    return result.items().count();
  }

  /** Whether the dossier has errors, such as evidence that is missing or was changed. */
  public boolean hasErrors() {
    return result.problems().stream().anyMatch(p -> p.severity() == Severity.ERROR);
  }

  /**
   * The id of the item that somebody names.
   *
   * @param name {@code UNIT@SUBJECT}, or {@code UNIT} where the unit has one item
   * @throws UnusableInputException if there is none, or several
   */
  public ItemId id(String name) {
    return item(name).item().id();
  }

  /**
   * The item that somebody names.
   *
   * @param name {@code UNIT@SUBJECT}, or {@code UNIT} where the unit has one item
   * @throws UnusableInputException if there is none, or several
   */
  public Judged item(String name) {
    String unit = name.contains("@") ? name.substring(0, name.indexOf('@')) : name;
    List<String> ofProvision = ofProvision(name);
    if (!ofProvision.isEmpty()) {
      throw new UnusableInputException(
          Message.of(
              "PLB-C314",
              "provision",
              name,
              "items",
              ofProvision.size() + (ofProvision.size() == 1 ? " item" : " items"),
              "choices",
              String.join(", ", ofProvision)));
    }
    if (!UnitId.isValid(unit)) {
      throw new UnusableInputException(Message.of("PLB-C315", "name", name));
    }
    List<Judged> of =
        result.items().filter(i -> i.item().id().unit().value().equals(unit)).toList();
    List<Judged> exact =
        name.contains("@")
            ? of.stream().filter(i -> i.item().id().toString().equals(name)).toList()
            : of;
    if (exact.size() == 1) {
      return exact.getFirst();
    }
    throw new UnusableInputException(
        of.isEmpty()
            ? Message.of("PLB-C316", "name", name, "unit", unit)
            : Message.of(
                "PLB-C317",
                "name",
                name,
                "items",
                of.stream().map(i -> i.item().id().toString()).collect(Collectors.joining(", "))));
  }

  /** The items of a provision, with their verdicts; none where the name is not a provision's. */
  private List<String> ofProvision(String name) {
    return result.sections().stream()
        .flatMap(s -> s.groups().stream())
        .filter(g -> g.provision().id().toString().equals(name))
        .flatMap(GroupResult::items)
        .map(i -> i.item().id() + " (" + i.verdict() + ")")
        .toList();
  }
}
