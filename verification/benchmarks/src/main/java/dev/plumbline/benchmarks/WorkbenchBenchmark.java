package dev.plumbline.benchmarks;

import dev.plumbline.app.AssessedDossier;
import dev.plumbline.app.PolicyChoice;
import dev.plumbline.app.Walk;
import dev.plumbline.app.portfolio.ResultIndex;
import dev.plumbline.app.team.SeenState;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.benchmarks.OpenLoop.Answered;
import dev.plumbline.benchmarks.OpenLoop.Request;
import dev.plumbline.benchmarks.Row.Standing;
import dev.plumbline.dossier.UserSettings;
import dev.plumbline.judging.Judged;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * {@code serve} with many products and many people, and {@code portfolio} over the index that both
 * use. Of 20 requests 2 decide an item; 9 read the list of products, 4 overviews and 4 items of the
 * products that people work on; 1 reads the overview of any product.
 */
final class WorkbenchBenchmark implements Benchmark {
  private static final String EXAMPLE = "examples/smart-lock";
  private static final int PRODUCTS = 10_000;
  private static final int WORKED_ON = 100;
  private static final int A_SECOND = 200;
  private static final int SECONDS = 600;
  private static final int OF = 20;
  private static final double MOST_MILLIS = 100;
  private static final double PORTFOLIO = 5;
  private static final double REBUILD = 60;
  private static final int SEED = 13;
  private static final int FEW = 20;

  @Override
  public String name() {
    return "workbench";
  }

  @Override
  public Result measure(Surroundings s) throws IOException, InterruptedException {
    int products = s.quick() ? FEW : PRODUCTS;
    Path folder = Files.createTempDirectory(s.scratch(), "products");
    s.say("copying a dossier " + products + " times");
    PortfolioBenchmark.copy(s.home().resolve(EXAMPLE), folder, products);
    Map<String, String> own =
        Map.of(
            ResultIndex.VARIABLE,
            Files.createTempDirectory(s.scratch(), "cache").toString(),
            UserSettings.VARIABLE,
            Files.createTempDirectory(s.scratch(), "config").toString());
    s.say("portfolio without an index, then with it");
    double rebuilt = portfolio(s, folder, own);
    double again = portfolio(s, folder, own);
    s.say("serving");
    List<Row> rows = new ArrayList<>();
    rows.add(row("index made by `portfolio`, %,d products", products, REBUILD, rebuilt));
    rows.add(row("`portfolio` of %,d products with the index", products, PORTFOLIO, again));
    Map<String, Object> raw = new LinkedHashMap<>();
    raw.put("portfolioSeconds", Map.of("withoutIndex", rebuilt, "withIndex", again));
    try (ServedWorkbench server = ServedWorkbench.start(s, folder, own)) {
      rows.add(serve(s, folder, server, products, raw));
    }
    return new Result(rows, raw);
  }

  private static double portfolio(Surroundings s, Path folder, Map<String, String> own)
      throws IOException, InterruptedException {
    return new Program(List.of(s.plumbline(), "portfolio", folder.toString()), own)
        .run(s.scratch())
        .expecting(0)
        .seconds();
  }

  private static Row row(String work, int products, double reach, double seconds) {
    return new Row(
        String.format(Locale.ROOT, work, products),
        Row.NONE,
        String.format(Locale.ROOT, "≤ %.0f s", reach),
        Samples.seconds(seconds),
        Row.NONE,
        Standing.of(seconds <= reach));
  }

  private static Row serve(
      Surroundings s, Path folder, ServedWorkbench server, int products, Map<String, Object> raw)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    while (!server.get("/", "Accept", "application/json").contains("\"pending\" : 0")) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
    }
    raw.put("listWholeSeconds", (System.nanoTime() - start) / 1e9);
    Requests requests = Requests.of(folder, server, products);
    raw.put("itemsEach", requests.items);
    s.say("opening each product that people work on once");
    requests.warmUp();
    int seconds = s.quick() ? 2 : SECONDS;
    int rate = s.quick() ? FEW : A_SECOND;
    double before = server.processorSeconds();
    List<Answered> answers = new OpenLoop(rate, seconds).run(requests::next);
    double processor = 1000 * (server.processorSeconds() - before) / answers.size();
    long errors = answers.stream().filter(a -> !a.right()).count();
    double p99 = OpenLoop.quantile(answers, 0.99);
    raw.put("kinds", OpenLoop.byKind(answers));
    raw.put("processorMillisEach", processor);
    raw.put("residentMib", server.residentMib());
    return new Row(
        String.format(
            Locale.ROOT,
            "`./plumbline serve` of %,d products with %d items each, %d requests a second for %d"
                + " s, a tenth of them decisions",
            products,
            requests.items,
            rate,
            seconds),
        Row.NONE,
        "p99 ≤ 100 ms, 0 errors",
        String.format(
            Locale.ROOT,
            "median %.1f ms, p99 %.0f ms, %d errors, %.1f ms of processor each, %d MiB resident",
            OpenLoop.quantile(answers, 0.5),
            p99,
            errors,
            processor,
            server.residentMib()),
        Row.NONE,
        Standing.of(p99 <= MOST_MILLIS && errors == 0));
  }

  /** Requests in an order that is the same each time. */
  private static final class Requests {
    private final Random random = new Random(SEED);
    private final ServedWorkbench server;
    private final int products;
    private final List<String> worked;
    private final List<Judged> open;
    private final String[] seen;
    private final int items;
    private int decided;

    private Requests(
        ServedWorkbench server, int products, List<String> worked, AssessedDossier pattern) {
      this.server = server;
      this.products = products;
      this.worked = worked;
      this.open = pattern.result().items().filter(Walk::waits).toList();
      this.seen =
          open.stream().map(i -> SeenState.of(pattern.seen(), i).text()).toArray(String[]::new);
      this.items = (int) pattern.itemCount();
    }

    static Requests of(Path folder, ServedWorkbench server, int products) {
      List<String> worked = new ArrayList<>();
      for (int i = 0; i < Math.min(products, WORKED_ON); i++) {
        worked.add("/p/product-" + i);
      }
      LocalDate today = LocalDate.now(Clock.systemUTC());
      // What an item rests on is the same in each copy: its name is no part of it.
      AssessedDossier pattern =
          AssessedDossier.of(
              Workspace.open(folder.resolve("product-0"), today), PolicyChoice.USUAL, today);
      return new Requests(server, products, worked, pattern);
    }

    void warmUp() throws IOException, InterruptedException {
      for (String product : worked) {
        server.get(product);
      }
    }

    Request next(int number) {
      String product = worked.get(random.nextInt(worked.size()));
      int kind = random.nextInt(OF);
      if (kind < 2 && decided < open.size() * worked.size()) {
        int item = decided / worked.size();
        String of = worked.get(decided % worked.size());
        decided++;
        return new Request("decide", () -> decide(of, item, number));
      }
      if (kind < 11) {
        String query =
            kind < 6
                ? "/?page=" + (1 + random.nextInt(Math.max(1, products / 100)))
                : "/?q=product-" + random.nextInt(products);
        return read("list", query);
      }
      if (kind < 15) {
        return read("overview", product);
      }
      if (kind < 19) {
        String item = open.get(random.nextInt(open.size())).item().id().toString();
        return read("item", product + "/decide?show=all&item=" + ServedWorkbench.encoded(item));
      }
      return read("any", "/p/product-" + random.nextInt(products));
    }

    private Request read(String kind, String path) {
      return new Request(kind, () -> !server.get(path).isEmpty());
    }

    private boolean decide(String product, int item, int number)
        throws IOException, InterruptedException {
      int status =
          server.post(
              product
                  + "/decide?show=all&item="
                  + ServedWorkbench.encoded(open.get(item).item().id().toString()),
              Map.of(
                  "seen",
                  seen[item],
                  "verdict",
                  "FAIL",
                  "reason",
                  "Seen in request " + number + ".",
                  "by",
                  "A. Assessor"));
      return status == 303;
    }
  }
}
