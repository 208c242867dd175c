package dev.plumbline.catalogue;

/** How much an edition holds, by kind of thing. */
public record CatalogueCounts(
    int provisions,
    int mandatory,
    int recommended,
    int conditions,
    int features,
    int groups,
    int cases,
    int units,
    int conceptual,
    int functional,
    int tables) {

  /** Counts what a catalogue holds. */
  public static CatalogueCounts of(Catalogue catalogue) {
    int provisions = catalogue.provisions().size();
    int mandatory =
        (int) catalogue.provisions().values().stream().filter(Provision::mandatory).count();
    int units = catalogue.units().size();
    int conceptual =
        (int) catalogue.units().values().stream().filter(u -> u.kind() == Kind.CONCEPTUAL).count();
    return new CatalogueCounts(
        provisions,
        mandatory,
        provisions - mandatory,
        catalogue.conditions().size(),
        catalogue.features().size(),
        catalogue.groups().size(),
        catalogue.cases().size(),
        units,
        conceptual,
        units - conceptual,
        catalogue.tables().size());
  }
}
