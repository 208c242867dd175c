package dev.plumbline.workbench.phone;

import dev.plumbline.app.team.ProposedDecision.Attachment;
import dev.plumbline.core.Digest;
import dev.plumbline.reports.Visible;
import dev.plumbline.workbench.web.MinuteCount;
import dev.plumbline.workbench.web.Refusal;
import dev.plumbline.workbench.web.Uploads;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * What a phone sees: one page at one address that nobody guesses. Every other request to its server
 * gets the same answer, that nothing is there.
 */
final class UploadPage {
  private static final System.Logger LOG = System.getLogger(UploadPage.class.getName());
  private static final String NOTHING = "There is no such page.\n";
  private static final int THREADS = 8;
  private static final int CONNECTIONS = 32;
  private static final int REQUESTS = 120;
  private static final int OWN_REQUESTS = 60;
  private static final int LONGEST_NOTE = 500;
  private static final String STYLE = load();
  private static final String POLICY =
      "default-src 'none'; style-src 'sha256-"
          + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(Digest.of(STYLE).hex()))
          + "'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

  private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
  private final PhoneUploads uploads;
  private final Clock clock;
  private volatile Optional<OpenPhone> served = Optional.empty();
  private final Semaphore sending = new Semaphore(1);
  private final MinuteCount strangers;
  private final MinuteCount own;
  private final Map<Integer, MinuteCount> refused = new ConcurrentHashMap<>();

  UploadPage(PhoneUploads uploads, Clock clock) {
    this.uploads = uploads;
    this.clock = clock;
    this.strangers = new MinuteCount(clock);
    this.own = new MinuteCount(clock);
  }

  /** From now on the token of this one opens the page. */
  void serve(OpenPhone phone) {
    served = Optional.of(phone);
  }

  /** Says what its server serves. */
  void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.http.maxRequestSize = Uploads.MOST_BYTES;
    config.jetty.threadPool = new QueuedThreadPool(THREADS, 2);
    config.jetty.multipartConfig.maxFileSize(Uploads.MOST_BYTES, SizeUnit.BYTES);
    config.jetty.multipartConfig.maxTotalRequestSize(Uploads.MOST_BYTES, SizeUnit.BYTES);
    config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
    config.jetty.modifyServer(s -> s.addBean(new NetworkConnectionLimit(CONNECTIONS, s)));
    config.routes.before(this::check);
    config.routes.get("/{token}", this::show);
    config.routes.post("/{token}", this::receive);
    config.routes.exception(Refusal.class, (e, ctx) -> refuse(ctx, e));
    config.routes.exception(
        HttpResponseException.class, (e, ctx) -> refuse(ctx, Uploads.refusal(e)));
    config.routes.exception(
        Exception.class,
        (e, ctx) -> {
          Optional<Refusal> unreadable = Uploads.unreadable(e);
          if (unreadable.isPresent()) {
            refuse(ctx, unreadable.get());
            return;
          }
          LOG.log(System.Logger.Level.ERROR, "the page for a phone", e);
          plain(ctx, 500, "Plumbline failed at this page.\n");
        });
    config.routes.error(404, ctx -> plain(ctx, 404, NOTHING));
  }

  /**
   * Says what is wrong: on the page itself where a file was too large, else in a plain sentence.
   */
  private void refuse(Context ctx, Refusal refusal) {
    tell(ctx, refusal);
    Optional<OpenPhone> asked =
        served
            .filter(p -> refusal.status() == HttpStatus.CONTENT_TOO_LARGE.getCode())
            .filter(p -> p.hasToken(ctx.path().substring(1)))
            .filter(uploads::isOpen);
    if (asked.isPresent()) {
      ctx.status(refusal.status());
      page(ctx, asked.get(), refusal.what() + " " + refusal.remedy());
    } else if (refusal.status() == HttpStatus.NOT_FOUND.getCode()) {
      plain(ctx, refusal.status(), NOTHING);
    } else {
      plain(ctx, refusal.status(), refusal.what() + " " + refusal.remedy() + "\n");
    }
  }

  /** Tells who runs the server the first refusal of each kind within a minute. */
  private void tell(Context ctx, Refusal refusal) {
    if (refused.computeIfAbsent(refusal.status(), s -> new MinuteCount(clock)).add() == 1) {
      LOG.log(
          System.Logger.Level.WARNING,
          "refused at a page for a phone, to "
              + ctx.ip()
              + " with "
              + refusal.status()
              + ": "
              + refusal.what());
    }
  }

  private static void plain(Context ctx, int status, String text) {
    ctx.status(status)
        .contentType("text/plain; charset=utf-8")
        .result(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Lets a request through that names this server, comes from its own page and is not one of many:
   * those without the token count apart, so that they stop nobody who has it.
   */
  private void check(Context ctx) {
    ctx.header("Content-Security-Policy", POLICY);
    ctx.header("X-Content-Type-Options", "nosniff");
    ctx.header("Referrer-Policy", "same-origin");
    ctx.header("Cross-Origin-Opener-Policy", "same-origin");
    ctx.header("Cross-Origin-Resource-Policy", "same-origin");
    ctx.header("Cache-Control", "no-store");
    OpenPhone phone = served.orElseThrow(Refusal::absent);
    boolean known = phone.hasToken(ctx.path().substring(1));
    if (known ? own.add() > OWN_REQUESTS : strangers.add() > REQUESTS) {
      throw new Refusal(429, "Too many requests within a minute.", "Wait a minute.");
    }
    if (!phone.authority().equals(ctx.header("Host"))) {
      throw new Refusal(421, "This server has another name.", "Open the link of the QR code.");
    }
    Optional<String> origin = Optional.ofNullable(ctx.header("Origin"));
    Optional<String> site = Optional.ofNullable(ctx.header("Sec-Fetch-Site"));
    boolean foreign = origin.filter(o -> !o.equals("https://" + phone.authority())).isPresent();
    boolean crossSite =
        ctx.method().equals(HandlerType.POST)
            && site.filter(s -> !(s.equals("same-origin") || s.equals("none"))).isPresent();
    if (foreign || crossSite) {
      throw new Refusal(403, "The request comes from another site.", "Open the link again.");
    }
    Uploads.checkLength(ctx, known);
  }

  /** The page that a token opens. */
  private OpenPhone open(Context ctx) {
    return served
        .filter(p -> p.hasToken(ctx.pathParam("token")))
        .filter(uploads::isOpen)
        .orElseThrow(Refusal::absent);
  }

  private void show(Context ctx) {
    page(ctx, open(ctx), "");
  }

  private void receive(Context ctx) throws IOException {
    OpenPhone phone = open(ctx);
    // One at a time, so that no more than the files of one form are in memory.
    boolean first = sending.tryAcquire();
    try {
      if (!first) {
        throw new Refusal(429, "A file is being sent already.", "Send yours when it is there.");
      }
      List<Attachment> files = Uploads.of(ctx, "evidence");
      if (files.isEmpty()) {
        throw new Refusal(422, "No file was chosen.", "Take a picture; then send it.");
      }
      String note = note(Optional.ofNullable(ctx.formParam("note")).orElse(""));
      for (Attachment file : files) {
        uploads.receive(phone, file.name(), file.content(), note);
        LOG.log(
            System.Logger.Level.INFO,
            "a file of " + file.content().length + " bytes came by phone from " + ctx.ip());
      }
    } catch (Refusal e) {
      if (e.status() == HttpStatus.NOT_FOUND.getCode()) {
        throw e;
      }
      tell(ctx, e);
      ctx.status(e.status());
      page(ctx, phone, e.what() + " " + e.remedy());
      return;
    } finally {
      if (first) {
        sending.release();
      }
    }
    ctx.redirect("/" + phone.token(), HttpStatus.SEE_OTHER);
  }

  /** On one line, and of at most 500 characters. */
  private static String note(String text) {
    String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return Visible.of(line, LONGEST_NOTE);
  }

  private void page(Context ctx, OpenPhone phone, String problem) {
    UploadView view =
        new UploadView(
            STYLE,
            "/" + phone.token(),
            phone.place().item(),
            phone.question(),
            phone.challenge(),
            uploads.files(phone.place()).size(),
            Math.max(
                1, Duration.between(clock.instant(), phone.until()).plusSeconds(59).toMinutes()),
            problem);
    StringOutput out = new StringOutput();
    engine.render("workbench/phoneupload.jte", Map.of("view", view), out);
    ctx.contentType("text/html; charset=utf-8")
        .result(out.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String load() {
    try (InputStream in =
        UploadPage.class.getResourceAsStream("/dev/plumbline/workbench/assets/phone.css")) {
      if (in == null) {
        throw new IllegalStateException("phone.css is missing from the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
