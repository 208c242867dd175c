package dev.plumbline.workbench.product;

import dev.plumbline.app.Assessors;
import dev.plumbline.app.PolicyChoice;
import dev.plumbline.app.portfolio.ResultIndex;
import dev.plumbline.app.portfolio.Results;
import dev.plumbline.workbench.web.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The dossiers that are served, each under a name of its own. No other folder has an address. */
public final class Products implements AutoCloseable {
  private static final int JUDGES = 2;

  private final Map<String, Product> byId = new LinkedHashMap<>();
  private final List<Product> all;
  private final ResultIndex index;
  private final Assessors assessors;
  private final ResultWriter writer;
  private final Refresher refresher;

  /**
   * Serves these, and begins to judge them.
   *
   * @param folders a dossier each
   * @param index that keeps what is known of them
   * @param clock for the day for which is judged
   * @throws IOException if the program's own files cannot be read
   */
  public Products(List<Path> folders, ResultIndex index, Clock clock) throws IOException {
    this.index = index;
    Results results = new Results(index, PolicyChoice.USUAL);
    this.assessors = results.assessors();
    this.writer = new ResultWriter(results);
    Product.Services services =
        new Product.Services(results, new Judges(results, JUDGES), writer, clock);
    for (Path folder : folders) {
      String name = name(folder);
      String id = name;
      for (int i = 2; byId.containsKey(id); i++) {
        id = name + "-" + i;
      }
      byId.put(id, new Product(id, folder, services));
    }
    this.all = List.copyOf(byId.values());
    this.refresher = new Refresher(all);
    refresher.start();
  }

  /** All of them, in the order in which they were named. */
  public List<Product> all() {
    return all;
  }

  /** Those that judge them. */
  public Assessors assessors() {
    return assessors;
  }

  /** What is known of them without reading their files. */
  public ResultIndex index() {
    return index;
  }

  /**
   * The product of that name.
   *
   * @throws Refusal if there is none
   */
  public Product find(String id) {
    return Optional.ofNullable(byId.get(id)).orElseThrow(Refusal::absent);
  }

  /**
   * Waits until each was judged once since the start, but no longer than that many milliseconds.
   */
  public void awaitSummaries(long millis) throws InterruptedException {
    refresher.awaitFirst(millis);
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

  @Override
  public void close() {
    refresher.close();
    writer.close();
  }
}
