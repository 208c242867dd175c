package dev.plumbline.app.workspace;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.catalogue.profile.Profile;
import dev.plumbline.catalogue.profile.ProfileLinter;
import dev.plumbline.catalogue.profile.ProfileReader;
import dev.plumbline.catalogue.profile.ProfiledEdition;
import dev.plumbline.catalogue.profile.ShippedProfiles;
import dev.plumbline.core.NearestName;
import dev.plumbline.core.Place;
import dev.plumbline.core.Problem;
import dev.plumbline.core.Problems;
import dev.plumbline.dossier.Product;
import dev.plumbline.dossier.folder.DossierFolder;
import dev.plumbline.judging.rules.CelRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The profiles that a dossier names, on top of its edition. */
public final class Profiles {
  private static final String FILE = ".yaml";

  private static final Comparator<Place> BY_LINE =
      Comparator.comparing(Place::file)
          .thenComparingInt(Place::line)
          .thenComparingInt(Place::column);

  private Profiles() {}

  /**
   * The edition with all profiles of product.yaml.
   *
   * @param problems {@code PLB-2023} a profile that is not there, {@code PLB-2024} one for another
   *     edition, and whatever is wrong with one that the dossier brings
   */
  static Catalogue over(
      Catalogue edition, DossierFolder folder, Product product, Problems problems) {
    Catalogue whole = edition;
    for (Product.ProfileName name : product.profiles()) {
      Optional<Profile> profile =
          name.text().endsWith(FILE) ? own(name, folder, problems) : shipped(name, problems);
      if (profile.isEmpty()) {
        continue;
      }
      if (!profile.get().base().equals(edition.edition().id())) {
        problems.error(
            "PLB-2024",
            name.place(),
            "The profile " + name.text() + " extends " + profile.get().base().version() + ".",
            "Name a profile of the dossier's edition, or leave it out.");
        continue;
      }
      List<Problem> found = problems(profile.get(), edition, whole);
      found.forEach(problems::add);
      if (found.isEmpty()) {
        whole = ProfiledEdition.of(whole, profile.get());
      }
    }
    return whole;
  }

  private static Optional<Profile> shipped(Product.ProfileName name, Problems problems) {
    Optional<Profile> profile = ShippedProfiles.find(name.text());
    if (profile.isEmpty()) {
      problems.error(
          "PLB-2023",
          name.place(),
          "There is no profile " + name.text() + ".",
          NearestName.among(ShippedProfiles.ids(), name.text())
              .map(n -> "Did you mean '" + n + "'?")
              .orElse(
                  "Write one of "
                      + String.join(", ", ShippedProfiles.ids())
                      + ", or a file of the dossier such as profiles/ours.yaml."));
    }
    return profile;
  }

  private static Optional<Profile> own(
      Product.ProfileName name, DossierFolder folder, Problems problems) {
    Problems reading = new Problems();
    Optional<String> text =
        folder.file(name.text(), reading).flatMap(f -> folder.text(name.text(), reading));
    reading.sorted().forEach(problems::add);
    if (text.isEmpty()) {
      problems.error(
          "PLB-2023",
          name.place(),
          "The file " + name.text() + " cannot be used: it is missing or no file of the dossier.",
          "Name a file inside the dossier.");
      return Optional.empty();
    }
    Problems broken = new Problems();
    Optional<Profile> profile = ProfileReader.read(text.get(), name.text(), broken);
    broken.sorted().forEach(problems::add);
    return broken.hasErrors() ? Optional.empty() : profile;
  }

  /** Everything wrong with a text that shall be a profile. */
  public static List<Problem> check(String text, String file) {
    Problems problems = new Problems();
    Optional<Profile> profile = ProfileReader.read(text, file, problems);
    List<Problem> all = new ArrayList<>(problems.sorted());
    profile.ifPresent(
        p -> {
          Catalogue edition = CatalogueLoader.load(p.base());
          all.addAll(problems(p, edition, edition));
        });
    return all.stream().sorted(Comparator.comparing(Problem::place, BY_LINE)).toList();
  }

  private static List<Problem> problems(Profile profile, Catalogue edition, Catalogue base) {
    List<Problem> all = new ArrayList<>(ProfileLinter.lint(profile, edition, base));
    all.addAll(CelRules.problems(ProfiledEdition.of(base, profile), profile.rules()));
    return all;
  }
}
