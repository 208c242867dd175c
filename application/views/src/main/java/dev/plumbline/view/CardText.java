package dev.plumbline.view;

import dev.plumbline.app.original.OriginalWordings;
import dev.plumbline.judging.WorkCard;
import java.io.PrintWriter;
import java.util.List;

/**
 * Prints work cards.
 *
 * @param originals the wording of the standard, as far as the user has copies of it
 */
public record CardText(PrintWriter out, Style style, OriginalWordings originals) {

  public void station(WorkCard card) {
    out.println();
    out.println(style.bold("== " + card.station().title() + " =="));
    out.println(Text.wrap(card.station().prepare(), "   "));
  }

  public void card(WorkCard card, String progress) {
    out.println();
    out.println(style.bold(Text.safe(card.item().toString())) + "  " + style.dim(progress));
    part("Asked", List.of(card.question()));
    originals
        .find(card.item().unit().value())
        .ifPresent(p -> new PassageText(out, style).print(p, "  "));
    part("Declared", card.declared());
    part("Do", List.of(card.work()));
    card.sample().ifPresent(s -> part("How much", List.of(s)));
    part("Look for", List.of(card.lookFor()));
    part("Record", List.of(card.keep()));
    part(
        "Gathered", card.gathered().isEmpty() ? List.of("Nothing by a machine.") : card.gathered());
    part("Now", List.of(card.state()));
    card.suggestion().ifPresent(s -> part("Suggested", List.of(s)));
    part("Decide", card.decide());
    out.flush();
  }

  private void part(String name, List<String> texts) {
    if (texts.isEmpty()) {
      return;
    }
    out.println("  " + style.bold(name));
    texts.forEach(t -> out.println(Text.wrap(Text.safe(t), "    ")));
  }
}
