package dev.plumbline.workbench.product;

import dev.plumbline.workbench.web.Refusal;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The dossiers that are served, each under a name of its own. No other folder has an address. */
public final class Products {
  private final Map<String, Product> all = new LinkedHashMap<>();

  /**
   * Serves these.
   *
   * @param folders a dossier each
   * @param clock for the day for which is judged
   */
  public Products(List<Path> folders, Clock clock) {
    Judge judge = new Judge();
    for (Path folder : folders) {
      String name = name(folder);
      String id = name;
      for (int i = 2; all.containsKey(id); i++) {
        id = name + "-" + i;
      }
      all.put(id, new Product(id, folder, judge, clock));
    }
  }

  /** All of them, in the order in which they were named. */
  public List<Product> all() {
    return List.copyOf(all.values());
  }

  /**
   * The product of that name.
   *
   * @throws Refusal if there is none
   */
  public Product find(String id) {
    return Optional.ofNullable(all.get(id)).orElseThrow(Refusal::absent);
  }

  private static String name(Path folder) {
    Path last =
        Optional.ofNullable(folder.toAbsolutePath().normalize().getFileName()).orElse(folder);
    String plain =
        last.toString()
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    return plain.isEmpty() ? "product" : plain;
  }
}
