package dev.plumbline.declaration.contradiction;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.Words;
import dev.plumbline.dossier.Dossier;
import java.util.List;
import java.util.stream.Stream;

/** All kinds of contradictions that are looked for. */
public final class Contradictions {
  private static final List<ContradictionKind> KINDS =
      Stream.of(
              LoginStatements.kinds(),
              Interfaces.kinds(),
              Communication.kinds(),
              PersonalData.kinds(),
              Updates.kinds(),
              DeclaredTimes.kinds(),
              ProductStatements.kinds(),
              Names.kinds())
          .flatMap(List::stream)
          .toList();

  private Contradictions() {}

  /** What a dossier says against itself; each with both places. */
  public static List<PaperContradiction> of(Catalogue catalogue, Dossier dossier) {
    Paper paper = new Paper(catalogue, dossier, Words.load());
    return KINDS.stream().flatMap(k -> k.in(paper)).distinct().toList();
  }
}
