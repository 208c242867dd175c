package dev.plumbline.declaration;

/** One thing that is looked at in a declaration. Pure: it only adds to what is found. */
interface Concern {
  void look(DatedDossier declared, Found found);

  /** Whether it can find errors, and not warnings alone. */
  default boolean refuses() {
    return true;
  }
}
