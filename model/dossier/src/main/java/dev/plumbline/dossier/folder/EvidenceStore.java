package dev.plumbline.dossier.folder;

import dev.plumbline.core.Digest;
import dev.plumbline.core.Place;
import dev.plumbline.core.Problems;
import dev.plumbline.dossier.EvidenceFile;
import dev.plumbline.dossier.file.DossierFiles;
import dev.plumbline.dossier.file.DossierFiles.Need;
import dev.plumbline.dossier.file.Shape;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** Reads evidence, and only what its digest vouches for. */
public final class EvidenceStore {
  private EvidenceStore() {}

  /** Whether the file is there and has the digest. */
  static boolean holds(DossierFiles files, EvidenceFile entry) {
    Problems problems = new Problems();
    return read(files, entry.path(), entry.sha256(), 0, 0, Place.of(entry.path()), problems)
        .isPresent();
  }

  /** Bytes of a file; none where it is absent or no regular file. */
  static long size(DossierFiles files, String path) {
    Optional<Path> file = files.regular(path, Need.OPTIONAL, new Problems());
    try {
      return file.isPresent() ? Files.size(file.get()) : 0;
    } catch (IOException e) {
      return 0; // reading it tells
    }
  }

  /**
   * A stretch of a file whose digest is right.
   *
   * @param place whom to tell of a fault
   * @param problems {@code PLB-1051} missing, {@code PLB-1052} changed, {@code PLB-1059} too short
   */
  static Optional<byte[]> read(
      DossierFiles files,
      String path,
      Digest expected,
      long offset,
      long length,
      Place place,
      Problems problems) {
    Optional<byte[]> stretch =
        read(
            files,
            path,
            expected,
            place,
            problems,
            in -> {
              skip(in, offset);
              return in.readNBytes((int) Math.min(length, Integer.MAX_VALUE - 16));
            });
    if (stretch.isPresent() && stretch.get().length != length) {
      problems.error(
          "PLB-1059",
          place,
          "The file " + Shape.shown(path) + " ends before byte " + (offset + length) + ".",
          "Correct the place in the file that is referred to.");
      return Optional.empty();
    }
    return stretch;
  }

  /**
   * What a reader makes of a file whose digest is right. The reader runs before the digest is
   * known; what it made of another file is thrown away.
   *
   * @param place whom to tell of a fault
   * @param problems {@code PLB-1051} missing, {@code PLB-1052} changed
   */
  static <T> Optional<T> read(
      DossierFiles files,
      String path,
      Digest expected,
      Place place,
      Problems problems,
      EvidenceContent<T> content) {
    Problems reasons = new Problems();
    Optional<Path> file = files.regular(path, Need.OPTIONAL, reasons);
    reasons.sorted().forEach(problems::add);
    if (file.isEmpty()) {
      if (reasons.sorted().isEmpty()) {
        problems.error(
            "PLB-1051",
            place,
            "The file " + Shape.shown(path) + " cannot be used: it is missing or no regular file.",
            "Bring it back, or correct the path; nothing can rest on it meanwhile.");
      }
      return Optional.empty();
    }
    MessageDigest sha = sha256();
    T made;
    try (InputStream in = new DigestInputStream(DossierFiles.open(file.get()), sha)) {
      made = content.read(in);
      in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      problems.error(
          "PLB-1016",
          Place.of(path),
          "The file cannot be read: " + DossierFiles.reason(e) + ".",
          "Give yourself the right to read it.");
      return Optional.empty();
    }
    String found = HexFormat.of().formatHex(sha.digest());
    if (!found.equals(expected.hex())) {
      problems.error(
          "PLB-1052",
          place,
          "The file "
              + Shape.shown(path)
              + " was changed: its SHA-256 begins with "
              + found.substring(0, 12)
              + ", not "
              + expected.shortForm()
              + ".",
          "Bring the original back; a changed file is no evidence.");
      return Optional.empty();
    }
    return Optional.of(made);
  }

  /** Reads over bytes, for the digest has to see them. */
  private static void skip(InputStream in, long count) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long left = count;
    while (left > 0) {
      int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
      if (read < 0) {
        return;
      }
      left -= read;
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
