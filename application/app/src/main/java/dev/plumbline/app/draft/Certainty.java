package dev.plumbline.app.draft;

import java.util.Locale;

/** How sure a proposal is. */
public enum Certainty {
  /** It was seen as it stands there. */
  CERTAIN,
  /** It follows from what was seen, unless the product is unusual. */
  LIKELY,
  /** It is so with most products. */
  GUESS;

  /** As shown to people and in JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
