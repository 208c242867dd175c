package dev.plumbline.workbench.phone;

import dev.plumbline.app.account.Account;
import dev.plumbline.workbench.tls.ServerCertificate;
import dev.plumbline.workbench.web.Refusal;
import dev.plumbline.workbench.web.Session;
import io.javalin.Javalin;
import java.io.IOException;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * The pages for phones that are open, and the files that came and wait. Nothing is opened unless a
 * person asks; what is open closes after a quarter of an hour, with its session, and when it is
 * closed. Kept in memory only.
 */
public final class PhoneUploads implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(PhoneUploads.class.getName());

  /** How long a page is open at the most. */
  public static final Duration LONGEST = Duration.ofMinutes(15);

  private static final Duration KEPT = Duration.ofHours(1);
  private static final int MOST_OPEN = 4;
  private static final int MOST_FILES = 8;
  private static final long MOST_BYTES = 64L << 20;
  private static final int CHALLENGE = 6;

  /** Without those that look alike: 0 and O, 1 and I and L, 2 and Z, 5 and S, 8 and B. */
  private static final String LETTERS = "ACDEFGHJKMNPQRTUVWXY34679";

  private final PhoneListener listener;
  private final PhoneListener.Certificates certificates;
  private final Predicate<Session> stands;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final Map<PhonePlace, Running> open = new HashMap<>();
  private final Map<PhonePlace, Waiting> waiting = new HashMap<>();
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().daemon().name("phones").unstarted(task));
  private final Future<?> sweeping;
  private long last;

  private record Running(OpenPhone phone, Javalin server) {}

  /** Files of one place, and when the last one came. */
  private record Waiting(List<ArrivedFile> files, Instant since) {
    Waiting {
      files = List.copyOf(files);
    }

    long bytes() {
      return files.stream().mapToLong(f -> f.content().length).sum();
    }
  }

  /**
   * None yet.
   *
   * @param stands whether a session is still open
   */
  public PhoneUploads(
      PhoneListener listener,
      PhoneListener.Certificates certificates,
      Predicate<Session> stands,
      Clock clock) {
    this.listener = listener;
    this.certificates = certificates;
    this.stands = stands;
    this.clock = clock;
    this.sweeping = watch.scheduleWithFixedDelay(this::watch, 1, 1, TimeUnit.SECONDS);
  }

  /**
   * Opens a page for a phone. The one that was open in this session is closed.
   *
   * @param address of this machine
   * @param question of the item, on one line
   * @throws Refusal 409 if the address cannot be had, 503 if too many are open
   * @throws IOException if no certificate can be made
   */
  public synchronized OpenPhone open(PhonePlace place, String question, InetAddress address)
      throws IOException {
    sweep();
    open.keySet().stream()
        .filter(p -> p.session().equals(place.session()))
        .toList()
        .forEach(this::close);
    if (open.size() >= MOST_OPEN) {
      throw new Refusal(
          503, "Too many phones are in use.", "Wait until a colleague has closed a page.");
    }
    Instant now = clock.instant();
    ServerCertificate certificate = certificates.of(address, now);
    UploadPage page = new UploadPage(this, clock);
    Javalin server;
    try {
      server = listener.open(address, certificate, page::configure);
    } catch (IOException e) {
      throw new Refusal(
          409,
          "This address cannot be had: " + address.getHostAddress() + ".",
          "Load the page again and choose another address.");
    }
    OpenPhone phone =
        new OpenPhone(
            place,
            question,
            token(),
            challenge(),
            certificate.hostFor(address) + ":" + server.port(),
            now.plus(LONGEST),
            certificate.fingerprint(),
            !certificate.isSelfSigned());
    page.serve(phone);
    open.put(place, new Running(phone, server));
    LOG.log(
        System.Logger.Level.INFO,
        place.session().account().map(Account::name).orElse("this machine")
            + " opened a page for a phone at "
            + phone.authority());
    return phone;
  }

  /** The page that is open for a place. */
  public synchronized Optional<OpenPhone> find(PhonePlace place) {
    return Optional.ofNullable(open.get(place)).map(Running::phone).filter(this::isOpen);
  }

  /** Whether a page still takes files. */
  synchronized boolean isOpen(OpenPhone phone) {
    return Optional.ofNullable(open.get(phone.place()))
            .filter(r -> r.phone().equals(phone))
            .isPresent()
        && clock.instant().isBefore(phone.until())
        && stands.test(phone.place().session());
  }

  /** Closes the page of a place; its token is spent. Files that came go on waiting. */
  public synchronized void close(PhonePlace place) {
    Optional.ofNullable(open.remove(place)).ifPresent(PhoneUploads::stop);
  }

  // Its own requests may wait for this lock, and stopping waits for them.
  private static void stop(Running page) {
    LOG.log(
        System.Logger.Level.INFO,
        "the page for a phone at " + page.phone().authority() + " closed");
    Thread.ofVirtual().start(page.server()::stop);
  }

  /** The files that wait at a place, in the order in which they came. */
  public synchronized List<ArrivedFile> files(PhonePlace place) {
    return Optional.ofNullable(waiting.get(place)).map(Waiting::files).orElse(List.of());
  }

  /**
   * Lets a file wait.
   *
   * @throws Refusal 404 if the page is closed, 413 if too much waits
   */
  synchronized void receive(OpenPhone phone, String name, byte[] content, String note) {
    if (!isOpen(phone)) {
      throw Refusal.absent();
    }
    List<ArrivedFile> files = new ArrayList<>(files(phone.place()));
    long all = waiting.values().stream().mapToLong(Waiting::bytes).sum();
    if (files.size() >= MOST_FILES || all + content.length > MOST_BYTES) {
      throw new Refusal(
          413,
          "Too much waits at the computer already.",
          "Decide there, or throw something away; then send it again.");
    }
    last++;
    files.add(new ArrivedFile("f" + last, name, content, phone.challenge(), note));
    waiting.put(phone.place(), new Waiting(files, clock.instant()));
  }

  /** Throws one file away, if it waits there. */
  public synchronized void discard(PhonePlace place, String id) {
    waiting.computeIfPresent(
        place,
        (p, w) ->
            new Waiting(w.files().stream().filter(f -> !f.id().equals(id)).toList(), w.since()));
  }

  /** The item is decided: its page closes, and what still waits is thrown away. */
  public synchronized void decided(PhonePlace place) {
    close(place);
    waiting.remove(place);
  }

  /** Closes what is over, and forgets files that waited too long or whose session has ended. */
  synchronized void sweep() {
    open.values().stream()
        .map(Running::phone)
        .filter(p -> !isOpen(p))
        .map(OpenPhone::place)
        .toList()
        .forEach(this::close);
    Instant since = clock.instant().minus(KEPT);
    waiting
        .entrySet()
        .removeIf(
            e ->
                !open.containsKey(e.getKey())
                    && (e.getValue().since().isBefore(since)
                        || !stands.test(e.getKey().session())));
  }

  /** One look of the watch; one that fails must not be the last. */
  private void watch() {
    try {
      sweep();
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "pages for phones", e);
    }
  }

  private String token() {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private String challenge() {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < CHALLENGE; i++) {
      code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return code.toString();
  }

  @Override
  public synchronized void close() {
    sweeping.cancel(false);
    watch.shutdownNow();
    List.copyOf(open.keySet()).forEach(this::close);
    waiting.clear();
  }
}
