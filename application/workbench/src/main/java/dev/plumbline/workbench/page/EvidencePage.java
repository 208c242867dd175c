package dev.plumbline.workbench.page;

import dev.plumbline.app.capture.EvidencePackets;
import dev.plumbline.core.Digest;
import dev.plumbline.dossier.EvidenceFile;
import dev.plumbline.dossier.EvidenceRef;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.Judged;
import dev.plumbline.reports.Visible;
import dev.plumbline.workbench.page.ProductPages.Named;
import dev.plumbline.workbench.product.Product;
import dev.plumbline.workbench.product.Products;
import dev.plumbline.workbench.product.Snapshot;
import dev.plumbline.workbench.web.Answers;
import dev.plumbline.workbench.web.Refusal;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A file of evidence in place: text with the stretch that shows something, a picture, packets of a
 * capture, or none of them.
 */
public final class EvidencePage {
  private static final int MOST = 40;

  /** Bytes of one packet that are shown. */
  private static final int PACKET_BYTES = 1_024;

  private final ProductPages pages;

  public EvidencePage(Products products, Answers answers) {
    this.pages = new ProductPages(products, answers);
  }

  /**
   * What the page shows.
   *
   * @param about what evidence.yaml says of the file
   * @param size in bytes
   * @param picture its address; empty where the file is none
   * @param text empty where the file is no text
   * @param packets those of a capture; none where the file is none
   * @param earlier address of the text or packets before; empty at the beginning
   * @param later address of the text or packets behind; empty at the end
   * @param items that rest on the file
   * @param moreItems that rest on it and are not listed
   */
  public record View(
      String what,
      String digest,
      List<Said> about,
      long size,
      String picture,
      Optional<Text> text,
      PacketsView packets,
      String earlier,
      String later,
      String download,
      List<Fact> facts,
      int moreFacts,
      List<Use> items,
      int moreItems) {}

  /** What is said of the file. */
  public record Said(String name, String text) {}

  /**
   * A stretch of the text with what stands around it.
   *
   * @param from first byte of the stretch
   * @param to byte behind its last one
   */
  public record Text(String before, String shown, String after, long from, long to) {}

  /** An observation that the file shows, at its stretch. */
  public record Fact(String key, String subject, String path, boolean here) {}

  /** An item that rests on the file. */
  public record Use(String item, VerdictView verdict, String path) {}

  /** Shows it. */
  public void show(Context ctx) throws IOException {
    Product product = pages.product(ctx);
    Snapshot snapshot = ProductPages.judged(product.state());
    ListedEvidence evidence = ListedEvidence.find(snapshot, ctx.pathParam("digest"));
    long from = number(ctx, "from", 0);
    long length = number(ctx, "length", EvidenceText.WINDOW);
    FrameSelection frames = FrameSelection.of(ProductPages.query(ctx, "frames"));
    pages.show(
        ctx,
        product,
        snapshot,
        "evidence",
        new Named("Evidence", "decide", Command.of("explain", product.folder(), "ITEM")),
        view(product, snapshot, evidence, from, length, frames));
  }

  private static long number(Context ctx, String name, long absent) {
    String text = ProductPages.query(ctx, name);
    if (text.isEmpty()) {
      return absent;
    }
    if (!text.matches("\\d{1,15}")) {
      throw new Refusal(
          422, "'" + name + "' is not a number of bytes.", "Open the evidence by a link.");
    }
    return Long.parseLong(text);
  }

  private static View view(
      Product product,
      Snapshot snapshot,
      ListedEvidence evidence,
      long from,
      long length,
      FrameSelection frames) {
    EvidenceFile entry = evidence.entry();
    Digest digest = entry.sha256();
    byte[] head = evidence.read(0, Math.min(PictureType.HEAD, evidence.size()));
    boolean picture = PictureType.of(head).isPresent();
    boolean capture = !picture && EvidencePackets.isCapture(head);
    PacketsView packets = capture ? packets(snapshot, digest, frames) : PacketsView.NONE;
    Optional<EvidenceText> window =
        !picture && !capture && EvidenceText.isText(evidence)
            ? Optional.of(EvidenceText.of(evidence, from, length))
            : Optional.empty();
    List<Fact> facts = facts(product, snapshot, digest, window, frames);
    List<Judged> items =
        snapshot.items().values().stream()
            .filter(j -> restsOn(j, digest))
            .sorted(byItem())
            .toList();
    return new View(
        Visible.of(entry.what(), 400),
        digest.hex(),
        about(entry),
        evidence.size(),
        picture ? EvidenceLinks.picture(product.path(), digest) : "",
        window.map(w -> new Text(w.before(), w.shown(), w.after(), w.from(), w.to())),
        packets,
        packets.isEmpty()
            ? window.filter(w -> w.start() > 0).map(w -> earlier(product, digest, w)).orElse("")
            : part(product, digest, frames.earlier()),
        packets.isEmpty()
            ? window
                .filter(w -> w.end() < evidence.size())
                .map(w -> later(product, digest, w))
                .orElse("")
            : part(product, digest, ended(packets, frames) ? "" : frames.later()),
        EvidenceLinks.file(product.path(), digest),
        facts.stream().limit(MOST).toList(),
        Math.max(0, facts.size() - MOST),
        items.stream()
            .limit(MOST)
            .map(
                j ->
                    new Use(
                        Visible.of(j.item().id().toString(), 200),
                        VerdictView.of(j.verdict()),
                        ItemLinks.explain(product, j.item().id())))
            .toList(),
        Math.max(0, items.size() - MOST));
  }

  private static PacketsView packets(Snapshot snapshot, Digest digest, FrameSelection frames) {
    EvidencePackets excerpt =
        EvidencePackets.of(snapshot.workspace(), digest, frames.numbers(), PACKET_BYTES);
    // The end of a whole capture that is shown in parts is no fault.
    boolean end = !frames.named() && excerpt.ended() && !excerpt.packets().isEmpty();
    return PacketsView.of(end ? new EvidencePackets(excerpt.packets(), "", true) : excerpt, "");
  }

  private static boolean ended(PacketsView packets, FrameSelection frames) {
    return packets.rows().size() < frames.numbers().size();
  }

  private static String part(Product product, Digest digest, String frames) {
    return frames.isEmpty() ? "" : EvidenceLinks.frames(product.path(), digest, frames);
  }

  private static Comparator<Judged> byItem() {
    return Comparator.comparing(j -> j.item().id().toString());
  }

  private static String earlier(Product product, Digest digest, EvidenceText window) {
    long from = Math.max(0, window.start() - EvidenceText.WINDOW);
    return EvidenceLinks.page(product.path(), digest, from, window.start() - from);
  }

  private static String later(Product product, Digest digest, EvidenceText window) {
    return EvidenceLinks.page(product.path(), digest, window.end(), EvidenceText.WINDOW);
  }

  private static List<Said> about(EvidenceFile entry) {
    List<Said> said = new ArrayList<>();
    add(said, "Taken with", (entry.tool() + " " + entry.toolVersion()).strip());
    add(said, "Command", entry.command());
    add(said, "By", entry.operator());
    add(said, "At", entry.at().toString());
    add(said, "Software version", entry.softwareVersion());
    return List.copyOf(said);
  }

  private static void add(List<Said> said, String name, String text) {
    if (!text.isBlank()) {
      said.add(new Said(name, Visible.of(text, 400)));
    }
  }

  private static List<Fact> facts(
      Product product,
      Snapshot snapshot,
      Digest digest,
      Optional<EvidenceText> window,
      FrameSelection frames) {
    return snapshot.workspace().dossier().observations().stream()
        .filter(o -> o.evidence().filter(r -> r.sha256().equals(digest)).isPresent())
        .map(o -> fact(product, o, window, frames))
        .distinct()
        .toList();
  }

  private static Fact fact(
      Product product, Observation o, Optional<EvidenceText> window, FrameSelection frames) {
    EvidenceRef ref = o.evidence().orElseThrow();
    boolean packets = frames.named() && ref.frames().first().equals(frames.numbers());
    return new Fact(
        Visible.of(o.key(), 120),
        Visible.of(o.subject(), 200),
        EvidenceLinks.page(product.path(), ref),
        packets || window.filter(w -> w.from() == ref.offset() && w.to() == end(ref)).isPresent());
  }

  private static long end(EvidenceRef ref) {
    return ref.offset() + Math.min(ref.length(), EvidenceText.WINDOW);
  }

  private static boolean restsOn(Judged item, Digest digest) {
    return item.decision().filter(d -> d.evidence().contains(digest)).isPresent()
        || item.basis().stream()
            .anyMatch(o -> o.evidence().filter(r -> r.sha256().equals(digest)).isPresent());
  }
}
