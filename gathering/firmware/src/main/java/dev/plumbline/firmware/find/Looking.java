package dev.plumbline.firmware.find;

import dev.plumbline.core.TooMuchWorkException;
import dev.plumbline.dossier.Product;
import dev.plumbline.firmware.image.Blob;
import dev.plumbline.firmware.image.BlobStream;
import dev.plumbline.firmware.image.Node;
import dev.plumbline.importing.Reading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Leads all finders through the files of an image. */
public final class Looking {
  private static final int WINDOW = 1 << 20;

  /** A find that is longer than this can be missed at the edge of two windows. */
  private static final int OVERLAP = 1 << 13;

  /** Of a text, this many bytes are read as a whole. */
  private static final int TEXT_MOST = 8 << 20;

  private static final int TEXT_LOOKED = 1 << 13;

  private final ImageCoverage coverage;
  private final List<Finder> finders;
  private final Set<String> seen = new HashSet<>();

  /**
   * @param product whose values are looked for
   */
  public Looking(ImageCoverage coverage, Product product) {
    this.coverage = coverage;
    this.finders =
        List.of(
            new ImageAccounts(),
            new ImageSecrets(),
            new DossierMarkers(product),
            new ImageCertificates(),
            new Started(),
            new Permissions(),
            new ImageAddresses(),
            new ImageComponents(),
            new Signatures());
  }

  /** Whatever has a name. */
  public void node(String place, Node node) {
    finders.forEach(f -> f.node(place, node));
  }

  /** A file that is no container. */
  public void leaf(Leaf leaf) throws IOException {
    node(leaf.place(), leaf.node());
    Blob content = leaf.content();
    coverage.looked(content.size());
    byte[] head = content.head(TEXT_LOOKED);
    boolean text = isText(head);
    try {
      if (text) {
        String all = new String(content.head(TEXT_MOST), StandardCharsets.ISO_8859_1);
        finders.forEach(f -> f.text(leaf, all));
      }
      if (seen.add(content.start() + " " + content.size())) {
        windows(leaf, text);
      }
    } catch (TooMuchWorkException | StackOverflowError e) {
      coverage.unopened(leaf.place(), "a part of it is too long to be searched");
    }
  }

  private void windows(Leaf leaf, boolean text) throws IOException {
    Density entropy = new Density(leaf.content());
    byte[] buffer = new byte[WINDOW];
    BlobStream in = leaf.content().stream();
    int kept = 0;
    long at = 0;
    long line = text ? 1 : 0;
    while (true) {
      int count = in.readNBytes(buffer, kept, WINDOW - kept);
      entropy.add(buffer, kept, count);
      int filled = kept + count;
      boolean last = in.position() >= leaf.content().size();
      int fresh = last ? filled : filled - OVERLAP;
      String shown = new String(buffer, 0, filled, StandardCharsets.ISO_8859_1);
      Window window = new Window(shown, at, fresh, (int) Math.min(line, Integer.MAX_VALUE));
      finders.forEach(f -> f.window(leaf, window));
      if (last) {
        break;
      }
      line = window.line(fresh);
      System.arraycopy(buffer, fresh, buffer, 0, OVERLAP);
      kept = OVERLAP;
      at += fresh;
    }
    entropy.hidden().ifPresent(reason -> coverage.disordered(leaf.place(), reason));
  }

  private static boolean isText(byte[] head) {
    for (byte b : head) {
      if (b == 0) {
        return false;
      }
    }
    return head.length > 0;
  }

  /** Records all that was found. */
  public void tell(Reading reading) {
    finders.forEach(f -> f.tell(reading, coverage));
  }
}
