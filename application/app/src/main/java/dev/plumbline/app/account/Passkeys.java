package dev.plumbline.app.account;

import dev.plumbline.app.UnusableInputException;
import dev.plumbline.app.message.Message;
import dev.plumbline.core.disk.Owner;
import dev.plumbline.core.disk.WholeFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The passkeys of the accounts: a file for each account, beside it and as private. One process at a
 * time changes them, so that a login never brings back a passkey that somebody removes.
 *
 * @param accounts whose they are
 */
public record Passkeys(Accounts accounts) {
  /** How many an account can have. */
  public static final int MOST = 20;

  private static final String END = ".passkeys";
  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_FILE = 256 * 1024;
  private static final int HANDLE_BYTES = 32;

  /** A lock of a file is of the whole process. */
  private static final ReentrantLock THREADS = new ReentrantLock(true);

  /**
   * A passkey with the account that it opens.
   *
   * @param handle by which authenticators know the account
   */
  public record Owned(Account account, String handle, Passkey passkey) {}

  /** Those of an account, in the order in which they were added. */
  public List<Passkey> of(String account) throws IOException {
    return read(account).map(PasskeyFile::passkeys).orElse(List.of());
  }

  /**
   * Those of an account that is there.
   *
   * @throws UnusableInputException if there is no such account
   */
  public List<Passkey> ofExisting(String account) throws IOException {
    demand(account);
    return of(account);
  }

  private void demand(String account) throws IOException {
    if (accounts.find(account).isEmpty()) {
      throw new UnusableInputException(Message.of("PLB-C626"));
    }
  }

  /** By which authenticators know an account: 256 random bits, made at first use. */
  public String handle(String account) throws IOException {
    demand(account);
    return locked(() -> change(account, UnaryOperator.identity())).handle();
  }

  /** The passkey with that id of a credential, if its account is still there. */
  public Optional<Owned> find(String id) throws IOException {
    for (String name : names()) {
      Optional<PasskeyFile> file = read(name);
      Optional<Passkey> passkey =
          file.flatMap(f -> f.passkeys().stream().filter(p -> p.id().equals(id)).findFirst());
      if (passkey.isPresent()) {
        String handle = file.orElseThrow().handle();
        return accounts.find(name).map(a -> new Owned(a, handle, passkey.get()));
      }
    }
    return Optional.empty();
  }

  /**
   * The name as it is kept.
   *
   * @throws UnusableInputException if no passkey can have it
   */
  public static String nameOf(String typed) {
    String name = typed.strip();
    if (name.isEmpty()
        || name.length() > LONGEST_NAME
        || name.codePoints().anyMatch(Passkeys::breaksLine)) {
      throw new UnusableInputException(
          Message.of("PLB-C631", "longest", Integer.toString(LONGEST_NAME)));
    }
    return name;
  }

  private static boolean breaksLine(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.SURROGATE;
  }

  /**
   * Adds one.
   *
   * @throws UnusableInputException if there are too many, or it is known already
   */
  public void add(String account, Passkey passkey) throws IOException {
    nameOf(passkey.name());
    locked(
        () -> {
          if (find(passkey.id()).isPresent()) {
            throw new UnusableInputException(Message.of("PLB-C633"));
          }
          return change(
              account,
              all -> {
                if (all.size() >= MOST) {
                  throw new UnusableInputException(
                      Message.of("PLB-C632", "most", Integer.toString(MOST)));
                }
                List<Passkey> more = new ArrayList<>(all);
                more.add(passkey);
                return more;
              });
        });
  }

  /** What became of a login with a passkey that was proved. */
  public enum Use {
    /** Its counter and the time are kept. */
    COUNTED,
    /** It was removed in the meantime. */
    GONE,
    /** Its counter did not grow: there may be a copy. */
    WENT_BACK
  }

  /** Keeps that somebody logs in with a passkey. */
  public Use use(Owned owned, long counter, Instant now) throws IOException {
    return locked(
        () -> {
          String account = owned.account().name();
          String id = owned.passkey().id();
          Optional<Passkey> kept = find(id).map(Owned::passkey);
          if (kept.isEmpty()) {
            return Use.GONE;
          }
          if (!kept.get().mayFollow(counter)) {
            return Use.WENT_BACK;
          }
          Passkey used = kept.get().used(counter, now.truncatedTo(ChronoUnit.SECONDS));
          change(account, all -> all.stream().map(p -> p.id().equals(id) ? used : p).toList());
          return Use.COUNTED;
        });
  }

  /**
   * Removes one. Sessions that it opened are over.
   *
   * @param mark of the passkey
   * @throws UnusableInputException if the account has no such passkey
   */
  public void remove(String account, String mark) throws IOException {
    demand(account);
    locked(
        () ->
            change(
                account,
                all -> {
                  List<Passkey> rest = all.stream().filter(p -> !p.mark().equals(mark)).toList();
                  if (rest.size() == all.size()) {
                    throw new UnusableInputException(Message.of("PLB-C634"));
                  }
                  return rest;
                }));
  }

  /** Removes the file of an account that is gone, or is made anew. */
  void forget(String account) throws IOException {
    if (Files.isDirectory(accounts.folder(), LinkOption.NOFOLLOW_LINKS)) {
      locked(() -> Files.deleteIfExists(file(account)));
    }
  }

  private PasskeyFile change(String account, UnaryOperator<List<Passkey>> how) throws IOException {
    demand(account);
    Optional<PasskeyFile> before = read(account);
    String handle = before.map(PasskeyFile::handle).orElseGet(Passkeys::random);
    PasskeyFile after =
        new PasskeyFile(handle, how.apply(before.map(PasskeyFile::passkeys).orElse(List.of())));
    if (!before.equals(Optional.of(after))) {
      // What cannot be read again would keep the account from all of its passkeys.
      if (!PasskeyFile.parse(after.text()).equals(Optional.of(after))) {
        throw new IOException("A passkey of another form than the file of passkeys can keep.");
      }
      WholeFile.writePrivately(
          file(account), out -> out.write(after.text().getBytes(StandardCharsets.UTF_8)));
    }
    return after;
  }

  private static String random() {
    byte[] bytes = new byte[HANDLE_BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private List<String> names() throws IOException {
    if (!Files.isDirectory(accounts.folder(), LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(accounts.folder())) {
      return files
          .map(f -> f.getFileName().toString())
          .filter(f -> f.endsWith(END))
          .map(f -> f.substring(0, f.length() - END.length()))
          .filter(Accounts::isName)
          .sorted()
          .toList();
    }
  }

  private Optional<PasskeyFile> read(String account) throws IOException {
    if (!Accounts.isName(account) || !Files.exists(file(account), LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    Path file = file(account);
    String text;
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      text = new String(in.readNBytes(LONGEST_FILE), StandardCharsets.UTF_8);
    }
    return Optional.of(
        PasskeyFile.parse(text)
            .orElseThrow(
                () ->
                    new IOException(
                        file + " holds no passkeys of this form; remove it and add them again.")));
  }

  private Path file(String account) {
    return accounts.folder().resolve(account + END);
  }

  @FunctionalInterface
  private interface Work<T> {
    T run() throws IOException;
  }

  private <T> T locked(Work<T> work) throws IOException {
    THREADS.lock();
    try (FileChannel channel =
        FileChannel.open(
            accounts.folder().resolve(".passkeys.lock"),
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
            Owner.file(accounts.folder()))) {
      // Closing the channel gives the lock back.
      channel.lock();
      return work.run();
    } finally {
      THREADS.unlock();
    }
  }
}
