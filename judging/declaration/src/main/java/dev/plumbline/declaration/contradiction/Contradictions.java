package dev.plumbline.declaration.contradiction;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.Words;
import dev.plumbline.dossier.Dossier;
import java.util.List;
import java.util.stream.Stream;

/** All kinds of contradictions that are looked for. */
public final class Contradictions {
  private static final List<Kind> KINDS =
      Stream.of(
              Logins.kinds(),
              Interfaces.kinds(),
              Communication.kinds(),
              PersonalData.kinds(),
              Updates.kinds(),
              Times.kinds(),
              Statements.kinds(),
              Names.kinds())
          .flatMap(List::stream)
          .toList();

  private Contradictions() {}

  /** What a dossier says against itself; each with both places. */
  public static List<Contradiction> of(Catalogue catalogue, Dossier dossier) {
    Paper paper = new Paper(catalogue, dossier, Words.load());
    return KINDS.stream().flatMap(k -> k.in(paper)).distinct().toList();
  }
}
