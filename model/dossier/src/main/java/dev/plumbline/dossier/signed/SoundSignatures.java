package dev.plumbline.dossier.signed;

import dev.plumbline.core.Digest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Signatures that this process has verified and found right, by the digest of all that was
 * verified: key, content and signature. A dossier is read after each change, and its signed lines
 * are the same but for the last. Only this process knows them, so that nobody can forge an answer
 * in a file.
 */
final class SoundSignatures {
  /** Some megabytes; those that were asked for longest ago go first. */
  private static final int MOST = 50_000;

  private final Map<Digest, Boolean> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Digest, Boolean> eldest) {
          return size() > MOST;
        }
      };

  /** What a signature is verified from. */
  static Digest of(Author author, String content, String signature) {
    return Digest.ofParts(List.of(author.key(), content, signature));
  }

  /** Whether it was found right before. */
  synchronized boolean has(Digest signature) {
    return known.get(signature) != null;
  }

  /** Remembers one that was found right. */
  synchronized void add(Digest signature) {
    known.put(signature, true);
  }
}
