package dev.plumbline.cli.dev;

import dev.plumbline.app.portfolio.ResultIndex;
import dev.plumbline.app.team.AuthorKeys;
import dev.plumbline.cli.option.ExitCode;
import dev.plumbline.workbench.Workbench;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code plumbline dev train DIR NAME}: does once what most starts do, so that the cache of classes
 * of this name holds what they need. The start scripts run it; it sends to this machine alone.
 */
@Command(
    name = "train",
    hidden = true,
    description = "Does once what most commands do, for the cache that makes them start fast.")
final class TrainCommand implements Callable<Integer> {
  /** Whose cache it is. */
  enum Name {
    /** Of all commands but {@code serve}. */
    PLUMBLINE,
    /** Of {@code serve}. */
    WORKBENCH
  }

  @Parameters(
      index = "0",
      paramLabel = "DIR",
      description = "A dossier that allows one port of the loopback.")
  @SuppressWarnings("NullAway.Init")
  private Path directory;

  @Parameters(
      index = "1",
      paramLabel = "NAME",
      description = "Whose cache it is: ${COMPLETION-CANDIDATES}.")
  @SuppressWarnings("NullAway.Init")
  private Name name;

  @Option(names = "--yes", paramLabel = "DIGEST", required = true, description = "As of test.")
  @SuppressWarnings("NullAway.Init")
  private String digest;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    switch (name) {
      case PLUMBLINE -> test();
      case WORKBENCH -> openPages();
    }
    return ExitCode.OK.code();
  }

  private void test() {
    spec.root()
        .commandLine()
        .execute(
            "test",
            directory.toString(),
            "--only",
            "tcp-open-ports",
            "--unconfined",
            "--yes",
            digest);
  }

  private void openPages() throws IOException, InterruptedException {
    try (ResultIndex index = ResultIndex.of(System.getenv());
        Workbench workbench =
            Workbench.start(
                List.of(directory), 0, AuthorKeys.of(System.getenv()), index, Clock.systemUTC());
        HttpClient client =
            HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
      URI link = workbench.address();
      client.send(HttpRequest.newBuilder(link).build(), BodyHandlers.discarding());
      for (String page : List.of("/p/learning", "/p/learning/decide", "/p/learning/labels")) {
        client.send(HttpRequest.newBuilder(link.resolve(page)).build(), BodyHandlers.discarding());
      }
    }
  }
}
