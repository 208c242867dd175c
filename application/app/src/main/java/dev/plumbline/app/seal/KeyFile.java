package dev.plumbline.app.seal;

import dev.plumbline.core.disk.Owner;
import dev.plumbline.core.disk.WholeFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An Ed25519 key in a file that only its owner reads, with its public key beside it.
 *
 * @param folder of the keys
 * @param name of the files: {@code NAME.key}, {@code NAME.pub}
 */
public record KeyFile(Path folder, String name) {
  static final String PUBLIC = ".pub";
  private static final String PRIVATE_KEY = "PRIVATE KEY";
  private static final String PUBLIC_KEY = "PUBLIC KEY";
  private static final int LONGEST = 16 * 1024;
  private static final Set<PosixFilePermission> OWNERS =
      Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  /**
   * The key, made at first use.
   *
   * @throws IOException if it cannot be made or read, or others can read it
   */
  public KeyPair pair() throws IOException {
    Path file = folder.resolve(name + ".key");
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      make(file);
    }
    KeyPair pair = read(file);
    publish(pair);
    return pair;
  }

  /**
   * The same for a dossier that is signed in.
   *
   * @throws IOException also if the key would lie inside the dossier
   */
  public KeyPair pairOutside(Path dossier) throws IOException {
    if (existing(folder).startsWith(dossier.toRealPath())) {
      throw new IOException(
          "The keys cannot lie inside the dossier: whoever has a copy of it could sign for you.");
    }
    return pair();
  }

  /** The real path of a folder, or of the nearest one above it that is there. */
  private static Path existing(Path folder) throws IOException {
    Path there = folder.toAbsolutePath().normalize();
    while (!Files.exists(there)) {
      Optional<Path> above = Optional.ofNullable(there.getParent());
      if (above.isEmpty()) {
        break;
      }
      there = above.get();
    }
    return there.toRealPath();
  }

  /** The public key in a file; empty where it holds none. */
  static Optional<byte[]> publicKey(Path file) throws IOException {
    return block(text(file), PUBLIC_KEY);
  }

  private void make(Path file) throws IOException {
    Files.createDirectories(folder.toAbsolutePath().getParent());
    Owner.folder(folder);
    KeyPair pair;
    try {
      pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IOException("This Java platform has no Ed25519.", e);
    }
    placeOnce(
        file,
        pem(PRIVATE_KEY, pair.getPrivate().getEncoded())
            + pem(PUBLIC_KEY, pair.getPublic().getEncoded()));
  }

  /** The public key beside it, for colleagues; written again where it is missing. */
  private void publish(KeyPair pair) throws IOException {
    Path known = folder.resolve(name + PUBLIC);
    if (!Files.exists(known, LinkOption.NOFOLLOW_LINKS)) {
      placeOnce(known, pem(PUBLIC_KEY, pair.getPublic().getEncoded()));
    }
  }

  /**
   * Writes a file under a name of its own and gives it the right one when it is whole: of several
   * processes that do so at once the first wins, and none reads half a key.
   */
  private void placeOnce(Path file, String text) throws IOException {
    Path fresh = Files.createTempFile(folder, "." + name + "-", ".new", Owner.file(file));
    try {
      try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.createLink(file, fresh);
      WholeFile.forceDirectory(folder);
    } catch (FileAlreadyExistsException e) {
      // Another process made it a moment ago.
    } finally {
      Files.delete(fresh);
    }
  }

  private static KeyPair read(Path file) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new IOException(file + " is no regular file; links are not followed.");
    }
    boolean rights = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    if (rights && !OWNERS.containsAll(Files.getPosixFilePermissions(file))) {
      throw new IOException(
          file + " can be read by others, so that it proves nothing. Type: chmod 600 " + file);
    }
    String text = text(file);
    try {
      KeyFactory keys = KeyFactory.getInstance("Ed25519");
      return new KeyPair(
          SealKeys.publicKey(block(text, PUBLIC_KEY).orElseThrow(() -> broken(file))),
          keys.generatePrivate(
              new PKCS8EncodedKeySpec(block(text, PRIVATE_KEY).orElseThrow(() -> broken(file)))));
    } catch (GeneralSecurityException e) {
      throw new IOException(file + " holds no Ed25519 key.", e);
    }
  }

  private static IOException broken(Path file) {
    return new IOException(file + " holds no key; remove it to have a new one made.");
  }

  private static String text(Path file) throws IOException {
    try (var in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      return new String(in.readNBytes(LONGEST), StandardCharsets.US_ASCII);
    }
  }

  private static String pem(String what, byte[] bytes) {
    return "-----BEGIN "
        + what
        + "-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes)
        + "\n-----END "
        + what
        + "-----\n";
  }

  private static Optional<byte[]> block(String text, String what) {
    Matcher block =
        Pattern.compile(
                "-----BEGIN " + what + "-----([A-Za-z0-9+/=\\s]*+)-----END " + what + "-----")
            .matcher(text);
    try {
      return block.find()
          ? Optional.of(Base64.getMimeDecoder().decode(block.group(1)))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
