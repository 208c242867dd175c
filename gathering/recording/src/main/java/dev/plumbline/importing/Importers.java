package dev.plumbline.importing;

import dev.plumbline.core.TooMuchWorkException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * The importers that are installed.
 *
 * @param all by id
 */
public record Importers(List<Importer> all) {
  public Importers {
    all = all.stream().sorted(Comparator.comparing(i -> i.spec().id())).toList();
  }

  /** Those that {@link ServiceLoader} finds. */
  public static Importers installed() {
    return new Importers(
        ServiceLoader.load(Importer.class).stream().map(ServiceLoader.Provider::get).toList());
  }

  public Optional<Importer> byId(String id) {
    return all.stream().filter(i -> i.spec().id().equals(id)).findFirst();
  }

  /** Those that claim a file with this beginning; one when all is well. */
  public List<Importer> claiming(Head head) {
    return all.stream().filter(i -> claims(i, head)).toList();
  }

  /** A beginning that one importer cannot look at is none of its files. */
  private static boolean claims(Importer importer, Head head) {
    try {
      return importer.recognises(head);
    } catch (TooMuchWorkException | StackOverflowError e) {
      return false;
    }
  }
}
