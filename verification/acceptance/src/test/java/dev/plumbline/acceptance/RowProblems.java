package dev.plumbline.acceptance;

import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.core.Problem;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * What {@code check} finds in the rows of a dossier by what their tables are for: missing fields
 * and endpoints, references that ought to be there, fields against prose, and statements against
 * rows. Its types are of the JDK alone, so that it can be asked in another class loader.
 */
public final class RowProblems
    implements BiFunction<List<Path>, UnaryOperator<String>, Map<String, String>> {
  private static final LocalDate DAY = LocalDate.parse("2026-12-01");

  /** Found by its name. */
  public RowProblems() {}

  /** How often each problem stands at each place, by its id, place and text. */
  @Override
  public Map<String, String> apply(List<Path> folders, UnaryOperator<String> names) {
    Map<String, Integer> found = new TreeMap<>();
    Workspace.open(folders.getFirst(), DAY).problems().stream()
        .filter(p -> p.id().matches("PLB-(4012|6013|50[12].|600[2-5]|6019|602[0-4])"))
        .map(Problem::toString)
        .forEach(p -> found.merge(p, 1, Integer::sum));
    Map<String, String> told = new TreeMap<>();
    found.forEach((p, n) -> told.put(p, n.toString()));
    return told;
  }
}
