package dev.plumbline.catalogue.profile;

import dev.plumbline.catalogue.CatalogueException;
import dev.plumbline.catalogue.Fields;
import dev.plumbline.catalogue.Resources;
import dev.plumbline.core.Problem;
import dev.plumbline.core.Problems;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The profiles that ship. */
public final class ShippedProfiles {
  private static final String ROOT = "profiles/";

  private ShippedProfiles() {}

  /** Their ids, in the order of the index. */
  public static List<String> ids() {
    return new Fields(new Resources().read(ROOT + "index.yaml")).texts("profiles");
  }

  /**
   * A shipped profile.
   *
   * @throws CatalogueException if its file cannot be read; that is a defect of the release
   */
  public static Optional<Profile> find(String id) {
    return ids().contains(id) ? Optional.of(read(id)) : Optional.empty();
  }

  private static Profile read(String id) {
    String path = ROOT + id + ".yaml";
    Problems problems = new Problems();
    Optional<Profile> profile =
        Resources.text(path).flatMap(t -> ProfileReader.read(t, path, problems));
    if (problems.hasErrors() || profile.isEmpty()) {
      throw new CatalogueException(
          problems.sorted().stream().map(Problem::toString).collect(Collectors.joining("\n")));
    }
    return profile.get();
  }
}
