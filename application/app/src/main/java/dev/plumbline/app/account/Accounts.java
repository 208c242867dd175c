package dev.plumbline.app.account;

import dev.plumbline.app.UnusableInputException;
import dev.plumbline.app.message.Message;
import dev.plumbline.app.seal.KeyFile;
import dev.plumbline.core.disk.Owner;
import dev.plumbline.core.disk.WholeFile;
import dev.plumbline.dossier.signed.Author;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The accounts of this user's workbench: a file each, with the key that signs for the person beside
 * it. They lie with the keys, outside of every dossier, where only their owner reads them.
 *
 * @param folder of the accounts
 */
public record Accounts(Path folder) {
  private static final String FIRST = "plumbline account 1";
  private static final String END = ".account";
  private static final int LONGEST_FILE = 4096;
  private static final int LONGEST_PERSON = 120;
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9._-]{0,31}");

  /**
   * Beside the keys of a user.
   *
   * @param keys folder of the keys
   */
  public static Accounts beside(Path keys) {
    return new Accounts(keys.resolve("accounts"));
  }

  /** Whether an account can have that name. */
  public static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  /** All of them, by name. */
  public List<Account> all() throws IOException {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    List<String> names;
    try (Stream<Path> files = Files.list(folder)) {
      names =
          files
              .map(f -> f.getFileName().toString())
              .filter(f -> f.endsWith(END))
              .map(f -> f.substring(0, f.length() - END.length()))
              .sorted()
              .toList();
    }
    List<Account> all = new ArrayList<>();
    for (String name : names) {
      find(name).ifPresent(all::add);
    }
    return List.copyOf(all);
  }

  /**
   * The account of that name.
   *
   * @throws IOException if its file cannot be read, or holds something else
   */
  public Optional<Account> find(String name) throws IOException {
    if (!isName(name)) {
      return Optional.empty();
    }
    Path file = file(name);
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    String text;
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      text = new String(in.readNBytes(LONGEST_FILE), StandardCharsets.UTF_8);
    }
    List<String> lines = text.lines().toList();
    if (lines.size() != 3
        || !lines.get(0).equals(FIRST)
        || !lines.get(1).startsWith("person: ")
        || !lines.get(2).startsWith("password: ")) {
      throw broken(file);
    }
    return Optional.of(
        new Account(
            name,
            lines.get(1).substring("person: ".length()),
            PasswordHash.parse(lines.get(2).substring("password: ".length()))
                .orElseThrow(() -> broken(file))));
  }

  private static IOException broken(Path file) {
    return new IOException(
        file + " is no account of this form; remove it and add the account again.");
  }

  /** The account, if the password is right. Takes as long for a name that nobody has. */
  public Optional<Account> find(String name, String password) throws IOException {
    Optional<Account> account = find(name);
    boolean fits =
        password.length() <= 2 * PasswordRule.LONGEST
            && account.map(Account::password).orElse(PasswordHash.NONE).fits(password);
    return account.filter(a -> fits);
  }

  /**
   * Makes an account, and the key that signs for its person.
   *
   * @throws UnusableInputException if the name, the person or the password cannot be taken
   */
  public Account add(String name, String person, String password) throws IOException {
    if (!isName(name)) {
      throw new UnusableInputException(Message.of("PLB-C622"));
    }
    String plain = person.strip();
    if (plain.isEmpty()
        || plain.length() > LONGEST_PERSON
        || plain.codePoints().anyMatch(Character::isISOControl)) {
      throw new UnusableInputException(
          Message.of("PLB-C623", "longest", Integer.toString(LONGEST_PERSON)));
    }
    if (find(name).isPresent()) {
      throw new UnusableInputException(Message.of("PLB-C624", "name", name));
    }
    for (Account other : all()) {
      if (Author.isSamePerson(other.person(), plain)) {
        throw new UnusableInputException(Message.of("PLB-C625", "name", other.name()));
      }
    }
    Account account = new Account(name, plain, hash(password, name, plain));
    // What an account of that name left behind opens none of another person.
    new Passkeys(this).forget(name);
    keyFile(account).pair();
    write(account);
    return account;
  }

  /**
   * Gives an account another password. Sessions that were opened with the earlier one are over.
   *
   * @throws UnusableInputException if there is no such account, or the password cannot be taken
   */
  public Account change(String name, String password) throws IOException {
    Account before = demand(name);
    Account account = new Account(name, before.person(), hash(password, name, before.person()));
    write(account);
    return account;
  }

  /**
   * Removes an account with its key and its passkeys. What the person signed stays signed.
   *
   * @throws UnusableInputException if there is no such account
   */
  public void remove(String name) throws IOException {
    demand(name);
    Files.delete(file(name));
    new Passkeys(this).forget(name);
    for (String end : List.of(".key", ".pub")) {
      Files.deleteIfExists(folder.resolve(name + end));
    }
  }

  /** Where the key lies that signs for the person. */
  KeyFile keyFile(Account account) {
    return new KeyFile(folder, account.name());
  }

  private Account demand(String name) throws IOException {
    return find(name).orElseThrow(() -> new UnusableInputException(Message.of("PLB-C626")));
  }

  private static PasswordHash hash(String password, String name, String person) {
    PasswordRule.fault(password, List.of(name, person))
        .ifPresent(
            why -> {
              throw new UnusableInputException(Message.of("PLB-C627", "reason", why));
            });
    return PasswordHash.of(password);
  }

  private void write(Account account) throws IOException {
    Files.createDirectories(folder.toAbsolutePath().getParent());
    Owner.folder(folder);
    String text =
        FIRST + "\nperson: " + account.person() + "\npassword: " + account.password().text() + "\n";
    WholeFile.writePrivately(
        file(account.name()), out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  private Path file(String name) {
    return folder.resolve(name + END);
  }
}
