package dev.plumbline.catalogue.profile;

import dev.plumbline.catalogue.EditionId;
import dev.plumbline.catalogue.IxitTable;
import dev.plumbline.catalogue.Provision;
import dev.plumbline.catalogue.Section;
import dev.plumbline.catalogue.TestGroup;
import dev.plumbline.catalogue.UnitRule;
import dev.plumbline.core.Place;
import dev.plumbline.core.ProvisionId;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.util.List;
import java.util.Map;

/**
 * What a vertical, a scheme owner or a maker asks beyond an edition. It adds and tightens; it takes
 * nothing away.
 *
 * @param owner whose it is, in our words
 * @param official whether it was read from the owner's published document; false for one of
 *     anybody's own
 * @param base the edition that it extends
 * @param unknown what it asks that nobody could tell; shown, never filled
 * @param sections sections that its provisions stand in and the edition does not have
 * @param stricter recommendations of the edition that it makes requirements
 * @param text the file, for the digest
 * @param nodes where each part stands: {@code provision 20.1-1}, {@code unit 20.1-1-1a}, ...
 */
public record Profile(
    String id,
    String title,
    String owner,
    boolean official,
    EditionId base,
    List<String> unknown,
    List<Section> sections,
    List<Stricter> stricter,
    List<Provision> provisions,
    List<TestGroup> groups,
    List<IxitTable> tables,
    List<UnitRule> rules,
    String text,
    Map<String, Mapping> nodes) {
  public Profile {
    unknown = List.copyOf(unknown);
    sections = List.copyOf(sections);
    stricter = List.copyOf(stricter);
    provisions = List.copyOf(provisions);
    groups = List.copyOf(groups);
    tables = List.copyOf(tables);
    rules = List.copyOf(rules);
    nodes = Map.copyOf(nodes);
  }

  /**
   * A provision of the edition with the status that it has in the profile.
   *
   * @param mandatory whether it is a requirement there
   */
  public record Stricter(ProvisionId provision, boolean mandatory, String because, Place place) {}
}
