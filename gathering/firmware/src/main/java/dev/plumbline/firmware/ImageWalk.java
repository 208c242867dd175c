package dev.plumbline.firmware;

import dev.plumbline.core.BoundedPattern;
import dev.plumbline.firmware.find.ImageCoverage;
import dev.plumbline.firmware.find.Leaf;
import dev.plumbline.firmware.find.Looking;
import dev.plumbline.firmware.format.Format;
import dev.plumbline.firmware.format.Formats;
import dev.plumbline.firmware.format.Opened;
import dev.plumbline.firmware.image.Blob;
import dev.plumbline.firmware.image.Node;
import dev.plumbline.firmware.image.Shelf;
import dev.plumbline.firmware.image.SpentException;
import dev.plumbline.firmware.image.UnreadableException;
import dev.plumbline.importing.ImportRefusal;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;

/** Opens an image, what is in it, and what is in that, and shows the finders all of it. */
final class ImageWalk {
  /** Files of a file system in which another image can stand behind a header of its maker. */
  private static final BoundedPattern IMAGE =
      BoundedPattern.compile("(?i).*\\.(?:bin|img|fw|trx|chk|rom|ubi|raw|web|pkg|upd|swu|itb)");

  private final Formats formats = new Formats();
  private final Marks marks = new Marks(formats);
  private final Shelf shelf;
  private final Looking looking;
  private final ImageCoverage coverage;

  ImageWalk(Shelf shelf, Looking looking, ImageCoverage coverage) {
    this.shelf = shelf;
    this.looking = looking;
    this.coverage = coverage;
  }

  /**
   * Opens a whole image.
   *
   * @throws UnreadableException if its outermost format is cut, broken, hostile or not known
   */
  void image(Blob blob) throws IOException {
    Optional<Format> format = formats.at(blob);
    try {
      if (format.isPresent()) {
        rest("", blob, guarded(format.get(), "", blob, true, 0), 0);
      } else {
        search("", blob, 0);
      }
    } catch (SpentException e) {
      if (!coverage.anyFile()) {
        throw e;
      }
      coverage.unopened("", "the rest: " + e.getMessage());
      return;
    }
    if (!coverage.anyOpened()) {
      throw new UnreadableException(
          ImportRefusal.OTHER_FORMAT, "it holds no format that is read here");
    }
  }

  private void open(String place, Node node, Blob blob, boolean raw, int depth) throws IOException {
    Optional<Format> format = formats.at(blob);
    if (format.isEmpty()) {
      if (raw || IMAGE.matcher(node.path()).matches()) {
        looking.node(place, node);
        search(place, blob, depth);
      } else {
        looking.leaf(new Leaf(place, node, blob));
      }
      return;
    }
    OptionalLong used;
    try {
      used = tried(format.get(), place, blob, raw, depth, true);
    } catch (SpentException e) {
      if (!coverage.anyFile()) {
        looking.leaf(new Leaf(place, node, blob));
      }
      throw e;
    }
    if (used.isPresent()) {
      looking.node(place, node);
      rest(place, blob, used.getAsLong(), depth);
    } else {
      looking.leaf(new Leaf(place, node, blob));
    }
  }

  /** Opens one format; empty when that failed, which is told where it is sure to be that format. */
  private OptionalLong tried(
      Format format, String place, Blob blob, boolean raw, int depth, boolean sure)
      throws SpentException {
    try {
      shelf.countTry();
      return OptionalLong.of(guarded(format, place, blob, raw, depth));
    } catch (SpentException e) {
      throw e;
    } catch (IOException e) {
      if (sure) {
        coverage.unopened(place, format.id() + ": " + e.getMessage());
      }
      return OptionalLong.empty();
    }
  }

  private long guarded(Format format, String place, Blob blob, boolean raw, int depth)
      throws IOException {
    if (depth >= shelf.limits().depth()) {
      throw new UnreadableException(
          ImportRefusal.TOO_LARGE, "it is nested deeper than " + depth + " containers");
    }
    try {
      long used = format.open(blob, new Inside(format, place, raw, depth + 1));
      coverage.opened(format.id());
      return Math.max(1, Math.min(used, blob.size()));
    } catch (UnreadableException e) {
      throw e;
    } catch (IOException e) {
      throw new UnreadableException("it is cut or broken (" + e.getMessage() + ")");
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      // Libraries that read archives answer some broken ones with exceptions of any kind.
      throw new UnreadableException("it is broken (" + e.getClass().getSimpleName() + ")");
    }
  }

  private void rest(String place, Blob blob, long used, int depth) throws IOException {
    if (used < blob.size()) {
      between(place, blob, used, depth);
    }
  }

  private void search(String place, Blob blob, int depth) throws IOException {
    between(place, blob, 0, depth);
  }

  /** Looks for formats at every place from here on; what lies between them is read as it stands. */
  private void between(String place, Blob blob, long from, int depth) throws IOException {
    long gap = from;
    long at = marks.next(blob, from);
    while (at >= 0) {
      Blob rest = blob.from(at);
      Optional<Format> format = formats.at(rest);
      OptionalLong used = OptionalLong.empty();
      if (format.isPresent()) {
        used =
            tried(format.get(), join(place, hex(at)), rest, true, depth, marks.sure(format.get()));
      }
      if (used.isPresent()) {
        gap(place, blob, gap, at);
        gap = at + used.getAsLong();
        at = marks.next(blob, gap);
      } else {
        at = marks.next(blob, at + 1);
      }
    }
    gap(place, blob, gap, blob.size());
  }

  private void gap(String place, Blob blob, long from, long to) throws IOException {
    Blob part = blob.part(from, to - from);
    if (!Marks.isPadding(part)) {
      String name = hex(from);
      looking.leaf(new Leaf(join(place, name), Node.plain(name), part));
    }
  }

  private static String hex(long at) {
    return "0x" + Long.toHexString(at);
  }

  private static String join(String place, String name) {
    return place.isEmpty() ? name : name.isEmpty() ? place : place + "!" + name;
  }

  /** What one container holds. */
  private final class Inside implements Opened {
    private final Format format;
    private final String place;
    private final boolean raw;
    private final int depth;

    Inside(Format format, String place, boolean raw, int depth) {
      this.format = format;
      this.place = place;
      this.raw = raw;
      this.depth = depth;
    }

    @Override
    public Blob keep(InputStream in, long packed) throws IOException {
      return shelf.keep(in, packed);
    }

    @Override
    public void file(Node node, Blob content) throws IOException {
      shelf.countFile();
      open(join(place, node.path()), node, content, false, depth);
    }

    @Override
    public void node(Node node) throws IOException {
      shelf.countFile();
      looking.node(join(place, node.path()), node);
    }

    @Override
    public void part(String name, Blob content) throws IOException {
      shelf.countFile();
      open(join(place, name), Node.plain(name), content, raw, depth);
    }

    @Override
    public void unopened(String name, String reason) {
      coverage.unopened(join(place, name), reason);
    }

    @Override
    public void signature(String state, String detail) {
      coverage.signature(place, format.id(), state, detail);
    }
  }
}
