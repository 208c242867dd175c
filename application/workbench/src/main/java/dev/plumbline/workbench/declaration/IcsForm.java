package dev.plumbline.workbench.declaration;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.plumbline.app.original.OriginalWordings.Passage;
import dev.plumbline.catalogue.Provision;
import dev.plumbline.core.ProvisionId;
import dev.plumbline.dossier.IcsAnswer;
import dev.plumbline.reports.Visible;
import dev.plumbline.workbench.declaration.Declarations.Open;
import dev.plumbline.workbench.declaration.Editing.Link;
import dev.plumbline.workbench.page.ItemLinks;
import dev.plumbline.workbench.page.OriginalView;
import dev.plumbline.workbench.page.ProductPages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The form of a provision, condition or feature.
 *
 * @param heading its number and name
 * @param status as the standard prints it; empty for conditions and features
 * @param question what is asked, in our words
 * @param choices answers; the first says that there is none yet
 * @param reason what the answer rests on
 * @param label of the reason
 * @param references what it depends on, what depends on it, and what tests it
 * @param evidence names of entries of evidence.yaml
 * @param inherited whether the answer comes from the base of a variant
 * @param original wording; for eyes at this machine, so that no JSON holds it
 */
public record IcsForm(
    String id,
    String heading,
    String status,
    String question,
    List<Choice> choices,
    String reason,
    String label,
    String help,
    List<Link> references,
    List<String> evidence,
    boolean inherited,
    @JsonIgnore Optional<Passage> original) {

  /** An answer. */
  public record Choice(String value, String label, boolean chosen) {}

  /**
   * The form with an answer.
   *
   * @param answer as it is, or as a person entered it
   */
  static IcsForm of(IcsSubject subject, String answer, String reason) {
    List<Choice> choices =
        subject.answers().stream().map(v -> new Choice(v, label(v), v.equals(answer))).toList();
    return subject.isProvision()
        ? ofProvision(subject, choices, reason)
        : ofStatement(subject, choices, reason);
  }

  private static String label(String value) {
    return switch (value) {
      case "Y" -> "Y: the product does it";
      case "N" -> "N: the product does not do it";
      case "N/A" -> "N/A: it does not apply";
      case "yes" -> "Yes";
      case "no" -> "No";
      default -> "No answer yet";
    };
  }

  private static IcsForm ofProvision(IcsSubject subject, List<Choice> choices, String reason) {
    Open open = subject.open();
    Provision p = subject.provision();
    List<Link> references = new ArrayList<>();
    Stream.concat(p.conditions().stream().map(String::valueOf), p.features().stream())
        .map(l -> new IcsSubject(open, l))
        .forEach(s -> references.add(new Link(s.heading(), s.path())));
    Optional.ofNullable(open.catalogue().groups().get(p.id()))
        .ifPresent(
            g ->
                g.tables()
                    .forEach(
                        t ->
                            references.add(
                                new Link(
                                    "IXIT " + t,
                                    open.product().path()
                                        + "/ixit?table="
                                        + ProductPages.encoded(t)))));
    if (open.snapshot().isPresent()) {
      references.add(
          new Link("Verdict and items", ItemLinks.provision(open.product(), subject.id())));
    }
    return new IcsForm(
        subject.id(),
        subject.heading(),
        p.printedStatus(),
        p.summary(),
        choices,
        reason,
        "Detail",
        "How the product does it (Y), why it does not (N), or why it does not apply (N/A).",
        references,
        subject.answered().map(IcsAnswer::evidence).orElse(List.of()).stream()
            .map(e -> Visible.of(e, 200))
            .toList(),
        subject.inherited(),
        open.snapshot().flatMap(s -> OriginalView.of(s, subject.id())));
  }

  private static IcsForm ofStatement(IcsSubject subject, List<Choice> choices, String reason) {
    Open open = subject.open();
    Predicate<ProvisionId> answerable =
        p -> open.catalogue().provision(p).filter(Provision::inTableB1).isPresent();
    return new IcsForm(
        subject.id(),
        subject.heading(),
        "",
        subject.statement().meaning(),
        choices,
        reason,
        "Because",
        "What of the product makes it so.",
        subject.statement().usedBy().stream()
            .filter(answerable)
            .map(p -> new Link("Provision " + p.value(), new IcsSubject(open, p.value()).path()))
            .toList(),
        List.of(),
        subject.inherited(),
        Optional.empty());
  }
}
