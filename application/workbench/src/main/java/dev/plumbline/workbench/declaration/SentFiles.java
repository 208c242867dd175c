package dev.plumbline.workbench.declaration;

import dev.plumbline.core.disk.Scratch;
import dev.plumbline.workbench.web.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The file that each browser sent last to be brought into a dossier: kept outside of all dossiers
 * until it is taken in, another one comes, or the server ends.
 */
final class SentFiles {
  private static final int MOST = 16;

  private final Map<String, Sent> files = new LinkedHashMap<>();

  /**
   * A file.
   *
   * @param product id of the product that it is for
   * @param folder of its own
   * @param name without folders
   */
  record Sent(String product, Path folder, String name) {
    Path path() {
      return folder.resolve(name);
    }
  }

  /**
   * Keeps a file in the place of the one before.
   *
   * @param name without folders
   */
  void keep(Session session, String product, String name, byte[] content) throws IOException {
    Sent file = new Sent(product, Scratch.ofProcess().folder("sent-"), name);
    Files.write(file.path(), content);
    synchronized (this) {
      remove(session.csrf());
      files.put(session.csrf(), file);
      while (files.size() > MOST) {
        remove(files.keySet().iterator().next());
      }
    }
  }

  /** The file for a product; empty where this browser sent none. */
  synchronized Optional<Sent> of(Session session, String product) {
    return Optional.ofNullable(files.get(session.csrf())).filter(f -> f.product().equals(product));
  }

  /** Removes it. */
  synchronized void forget(Session session) throws IOException {
    remove(session.csrf());
  }

  private void remove(String session) throws IOException {
    Optional<Sent> sent = Optional.ofNullable(files.remove(session));
    if (sent.isPresent()) {
      Scratch.delete(sent.get().folder());
    }
  }
}
