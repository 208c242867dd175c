package dev.plumbline.app.original;

import dev.plumbline.app.UnusableInputException;
import dev.plumbline.app.message.Message;
import dev.plumbline.dossier.UserData;
import dev.plumbline.exchange.original.Difference;
import dev.plumbline.exchange.original.Original;
import dev.plumbline.exchange.original.OriginalException;
import dev.plumbline.exchange.original.OriginalStore;
import dev.plumbline.exchange.original.Originals;
import dev.plumbline.exchange.original.StandardName;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads the user's own copies of the standards and keeps their wording on this machine.
 *
 * @param store where they are kept
 */
public record Annotating(OriginalStore store) {

  /**
   * A copy that is kept.
   *
   * @param differences from the catalogue, in the order of the catalogue
   * @param folder that it is kept in
   */
  public record Annotated(Original original, List<Difference> differences, Path folder) {
    public Annotated {
      differences = List.copyOf(differences);
    }
  }

  /**
   * That of a user.
   *
   * @throws UnusableInputException if the environment names no folder
   */
  public static Annotating of(Map<String, String> environment) {
    return new Annotating(
        OriginalStore.of(environment)
            .orElseThrow(
                () ->
                    new UnusableInputException(
                        Message.of("PLB-C510", "variable", UserData.VARIABLE))));
  }

  /**
   * Reads a PDF and keeps what it says in place of an earlier copy of the same document.
   *
   * @throws UnusableInputException if it is no copy of a standard that the catalogue knows
   */
  public Annotated annotate(Path pdf) throws IOException {
    try {
      Original original = Originals.read(pdf);
      store.keep(original);
      return annotated(original);
    } catch (OriginalException e) {
      throw new UnusableInputException(
          Message.of("PLB-C511", "reason", String.valueOf(e.getMessage())));
    }
  }

  private Annotated annotated(Original original) {
    return new Annotated(original, Originals.differences(original), store.folder());
  }

  /** Those that are kept and that the catalogue still knows. */
  public List<Annotated> kept() throws IOException {
    return store.all().stream()
        .filter(o -> Originals.known().containsKey(o.document()))
        .map(this::annotated)
        .toList();
  }

  /**
   * Removes one.
   *
   * @param id such as {@code ts103701-2.1.1}
   * @throws UnusableInputException if none of that name is kept
   */
  public void remove(String id) throws IOException {
    List<StandardName> kept = store.all().stream().map(Original::document).toList();
    Optional<StandardName> one = kept.stream().filter(n -> n.id().equals(id)).findFirst();
    if (one.isEmpty() || !store.remove(one.get())) {
      throw new UnusableInputException(
          kept.isEmpty()
              ? Message.of("PLB-C513")
              : Message.of(
                  "PLB-C512",
                  "kept",
                  kept.stream().map(StandardName::id).collect(Collectors.joining(", "))));
    }
  }
}
