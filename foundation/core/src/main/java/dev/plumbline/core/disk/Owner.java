package dev.plumbline.core.disk;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/** Files and folders that their owner alone may read, whatever the umask: 0600 and 0700. */
public final class Owner {
  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwx------");
  private static final FileAttribute<?>[] NONE = {};

  private Owner() {}

  /** Attributes of a new file; none where the file system has no such rights. */
  public static FileAttribute<?>[] file(Path file) {
    return attributes(file, FILE);
  }

  private static FileAttribute<?>[] attributes(Path path, Set<PosixFilePermission> rights) {
    return hasRights(path)
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(rights)}
        : NONE;
  }

  static boolean hasRights(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  /**
   * Makes a folder, or takes the rights of others from the one that is there.
   *
   * @return whether it was made
   * @throws IOException if something else lies there, such as a link
   */
  public static boolean folder(Path folder) throws IOException {
    try {
      Files.createDirectory(folder, attributes(folder, FOLDER));
      return true;
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
        throw new IOException(
            folder.getFileName() + " is no directory, or a symbolic link; links are not followed.",
            e);
      }
      tighten(folder, FOLDER);
      return false;
    }
  }

  /** Takes the rights of others from a file that is there. */
  public static void tighten(Path file) {
    tighten(file, FILE);
  }

  private static void tighten(Path path, Set<PosixFilePermission> rights) {
    Optional<PosixFileAttributeView> view =
        Optional.ofNullable(
            Files.getFileAttributeView(
                path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS));
    if (view.isEmpty()) {
      return;
    }
    try {
      if (!rights.containsAll(view.get().readAttributes().permissions())) {
        Files.setPosixFilePermissions(path, rights);
      }
    } catch (IOException e) {
      // It belongs to somebody else, who decides who may read it.
    }
  }

  /**
   * Whether anybody on the machine can read a file: it lets others read, and so does each folder on
   * the way to it let them pass. No where the file system has no such rights.
   */
  public static boolean isReadByOthers(Path file) throws IOException {
    if (!hasRights(file)) {
      return false;
    }
    Path real = file.toRealPath();
    if (!Files.getPosixFilePermissions(real).contains(PosixFilePermission.OTHERS_READ)) {
      return false;
    }
    for (Path folder = real.getParent(); folder != null; folder = folder.getParent()) {
      if (!Files.getPosixFilePermissions(folder).contains(PosixFilePermission.OTHERS_EXECUTE)) {
        return false;
      }
    }
    return true;
  }
}
