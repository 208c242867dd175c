package dev.plumbline.declaration;

import dev.plumbline.declaration.contradiction.Contradictions;
import dev.plumbline.declaration.contradiction.PaperContradiction;
import dev.plumbline.declaration.contradiction.Quote;
import dev.plumbline.declaration.data.Texts;

/** Places that speak against each other, each with the other beside it. */
final class ContradictionsTold implements Concern {

  @Override
  public boolean refuses() {
    return false;
  }

  @Override
  public void look(DatedDossier declared, Found found) {
    for (PaperContradiction c : Contradictions.of(declared.catalogue(), declared.dossier())) {
      Quote one = c.one();
      Quote other = c.other();
      found.add(
          c.id(),
          one.place(),
          one.subject(),
          one.key(),
          Texts.shown(one.text()),
          other.subject(),
          other.key(),
          Texts.shown(other.text()),
          other.place());
    }
  }
}
