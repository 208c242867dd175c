package dev.plumbline.workbench;

import dev.plumbline.app.account.Account;
import dev.plumbline.app.account.Passkeys;
import dev.plumbline.app.portfolio.ResultIndex;
import dev.plumbline.app.team.AuthorKeys;
import dev.plumbline.workbench.page.AccountLogin;
import dev.plumbline.workbench.page.LoginPage;
import dev.plumbline.workbench.page.Phones;
import dev.plumbline.workbench.passkey.PasskeyLogin;
import dev.plumbline.workbench.passkey.PasskeyPage;
import dev.plumbline.workbench.passkey.PasskeyRoutes;
import dev.plumbline.workbench.phone.LocalAddress;
import dev.plumbline.workbench.phone.PhoneUploads;
import dev.plumbline.workbench.product.Products;
import dev.plumbline.workbench.run.TestRuns;
import dev.plumbline.workbench.tls.ServerCertificate;
import dev.plumbline.workbench.web.Answers;
import dev.plumbline.workbench.web.Guard;
import dev.plumbline.workbench.web.LoginPlaces;
import dev.plumbline.workbench.web.LoginThrottle;
import dev.plumbline.workbench.web.Refusal;
import dev.plumbline.workbench.web.Route;
import dev.plumbline.workbench.web.ServerName;
import dev.plumbline.workbench.web.Session;
import dev.plumbline.workbench.web.Sessions;
import dev.plumbline.workbench.web.Uploads;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.router.Endpoint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * A web server for the people who assess: on the loopback address of this machine, or over TLS for
 * those who have an account. It changes no file but through the use cases that commands have.
 */
public final class Workbench implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Workbench.class.getName());
  private static final int THREADS = 16;

  private final Javalin server;
  private final Sessions sessions;
  private final List<Route> routes;
  private final Products products;
  private final TestRuns runs;
  private final PhoneUploads uploads;
  private final ServerName name;
  private final Access access;

  private Workbench(
      Javalin server,
      Sessions sessions,
      List<Route> routes,
      Products products,
      TestRuns runs,
      PhoneUploads uploads,
      ServerName name,
      Access access) {
    this.server = server;
    this.sessions = sessions;
    this.routes = routes;
    this.products = products;
    this.runs = runs;
    this.uploads = uploads;
    this.name = name;
    this.access = access;
  }

  /** Starts it with an index that ends with it. */
  public static Workbench start(List<Path> folders, int port, AuthorKeys keys, Clock clock)
      throws IOException {
    return start(folders, port, keys, ResultIndex.inMemory(), clock);
  }

  /**
   * Starts it for people of this machine, who come by a link.
   *
   * @param folders a dossier each; no other folder is served
   * @param port 0 for any that is free
   * @param keys that sign what people decide
   * @param index of results; it is closed by its owner, after the workbench
   * @throws IOException if the port cannot be had
   */
  public static Workbench start(
      List<Path> folders, int port, AuthorKeys keys, ResultIndex index, Clock clock)
      throws IOException {
    return start(folders, new Access.Loopback(port, keys), index, clock);
  }

  /**
   * Starts it.
   *
   * @param folders a dossier each; no other folder is served
   * @param access where it listens, and who is let in
   * @param index of results; it is closed by its owner, after the workbench
   * @throws IOException if the port cannot be had
   */
  public static Workbench start(List<Path> folders, Access access, ResultIndex index, Clock clock)
      throws IOException {
    return start(folders, access, index, clock, LocalAddress::all);
  }

  /**
   * Starts it on a machine with these addresses.
   *
   * @param own addresses that a phone could call
   */
  public static Workbench start(
      List<Path> folders,
      Access access,
      ResultIndex index,
      Clock clock,
      Supplier<List<LocalAddress>> own)
      throws IOException {
    // Which port it is, the system says when it listens; no request comes before that.
    AtomicInteger listening = new AtomicInteger();
    ServerName name =
        new ServerName(access.certificate().isPresent(), access.hosts(), listening::get);
    Sessions sessions = new Sessions(clock, s -> stands(access, s));
    Guard guard = new Guard(sessions, name, access.accounts().isPresent());
    Answers answers = new Answers();
    LoginThrottle throttle = new LoginThrottle(clock);
    LoginPlaces places = new LoginPlaces();
    Optional<AccountLogin> accounts =
        access.accounts().map(a -> new AccountLogin(a, sessions, guard, answers, throttle, places));
    Optional<PasskeyRoutes.Pages> passkeys =
        accounts.map(
            login -> {
              Passkeys kept = new Passkeys(access.accounts().orElseThrow());
              return new PasskeyRoutes.Pages(
                  new PasskeyLogin(kept, sessions, guard, login, throttle, places, clock),
                  new PasskeyPage(kept, login, sessions, guard, name, answers, clock));
            });
    Products products = new Products(folders, index, clock);
    TestRuns runs = new TestRuns();
    PhoneUploads uploads =
        new PhoneUploads(
            (address, certificate, serves) -> listen(address, certificate, serves, clock),
            access::certificateFor,
            sessions::isOpen,
            clock);
    List<Route> routes =
        Routes.of(
            products,
            answers,
            new LoginPage(sessions, guard, answers, accounts),
            PasskeyRoutes.of(passkeys),
            access.signers(),
            new Phones(uploads, own, clock),
            runs,
            clock);
    Javalin server;
    try {
      Connections connections = Connections.of(access);
      server =
          Javalin.create(
              config -> {
                configure(config, guard, answers, routes);
                connections.configure(config);
              });
      connections.start(server);
    } catch (IOException e) {
      uploads.close();
      runs.close();
      products.close();
      throw e;
    }
    listening.set(server.port());
    return new Workbench(server, sessions, routes, products, runs, uploads, name, access);
  }

  /** A server beside the workbench. */
  private static Javalin listen(
      InetAddress address,
      ServerCertificate certificate,
      Consumer<JavalinConfig> routes,
      Clock clock)
      throws IOException {
    Connections connections = Connections.of(address, certificate, clock);
    Javalin server =
        Javalin.create(
            config -> {
              routes.accept(config);
              connections.configure(config);
            });
    connections.start(server);
    return server;
  }

  /** Whether an account is still as it was when it logged in. */
  private static boolean stands(Access access, Session session) {
    if (session.account().isEmpty()) {
      return access.accounts().isEmpty();
    }
    Account known = session.account().get();
    try {
      return access.accounts().isPresent()
          && access
              .accounts()
              .get()
              .find(known.name())
              .filter(now -> now.stamp().equals(known.stamp()))
              .isPresent()
          && stands(new Passkeys(access.accounts().get()), known, session.passkey());
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "the account " + known.name() + " cannot be read", e);
      return false;
    }
  }

  /** Whether the passkey that opened a session is still there. */
  private static boolean stands(Passkeys kept, Account account, Optional<String> passkey)
      throws IOException {
    return passkey.isEmpty()
        || kept.of(account.name()).stream().anyMatch(p -> p.id().equals(passkey.get()));
  }

  private static void configure(
      JavalinConfig config, Guard guard, Answers answers, List<Route> routes) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.http.maxRequestSize = Uploads.MOST_BYTES;
    config.jetty.threadPool = new QueuedThreadPool(THREADS, 2);
    config.jetty.multipartConfig.maxFileSize(Uploads.MOST_BYTES, SizeUnit.BYTES);
    config.jetty.multipartConfig.maxTotalRequestSize(Uploads.MOST_BYTES, SizeUnit.BYTES);
    config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
    config.routes.before(guard::check);
    for (Route route : routes) {
      config.routes.addEndpoint(
          Endpoint.create(route.method(), route.path()).handler(route.handler()));
    }
    // The word that a redirect comes with has no character set; nobody reads it.
    config.routes.after(
        ctx -> {
          if (ctx.status().equals(HttpStatus.SEE_OTHER)) {
            ctx.result("");
          }
        });
    config.routes.exception(Refusal.class, (e, ctx) -> answers.refusal(ctx, e));
    config.routes.exception(
        HttpResponseException.class, (e, ctx) -> answers.refusal(ctx, Uploads.refusal(e)));
    config.routes.exception(
        Exception.class,
        (e, ctx) -> {
          Optional<Refusal> unreadable = Uploads.unreadable(e);
          if (unreadable.isPresent()) {
            answers.refusal(ctx, unreadable.get());
            return;
          }
          LOG.log(System.Logger.Level.ERROR, ctx.method() + " " + ctx.path(), e);
          answers.refusal(
              ctx,
              new Refusal(
                  500,
                  "Plumbline failed at this page: " + e.getClass().getSimpleName() + ".",
                  "The terminal of plumbline serve shows where. Run plumbline check on the dossier,"
                      + " and report it if it stays."));
        });
    config.routes.error(404, ctx -> answers.refusal(ctx, Refusal.absent()));
  }

  /** Where people come in: with a token that opens one session, or with their account. */
  public URI address() {
    return URI.create(
        name.origin()
            + (access.accounts().isPresent() ? "/login" : "/login?token=" + sessions.link()));
  }

  /** All that it serves. */
  List<Route> routes() {
    return routes;
  }

  @Override
  public void close() {
    uploads.close();
    runs.close();
    server.stop();
    products.close();
  }
}
