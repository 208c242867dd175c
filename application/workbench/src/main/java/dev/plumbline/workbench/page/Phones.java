package dev.plumbline.workbench.page;

import dev.plumbline.app.team.ProposedDecision.Attachment;
import dev.plumbline.workbench.page.PhoneView.Address;
import dev.plumbline.workbench.page.PhoneView.Arrived;
import dev.plumbline.workbench.phone.ArrivedFile;
import dev.plumbline.workbench.phone.LocalAddress;
import dev.plumbline.workbench.phone.OpenPhone;
import dev.plumbline.workbench.phone.PhonePlace;
import dev.plumbline.workbench.phone.PhoneUploads;
import dev.plumbline.workbench.phone.QrCode;
import dev.plumbline.workbench.product.Product;
import dev.plumbline.workbench.web.Guard;
import dev.plumbline.workbench.web.Refusal;
import dev.plumbline.workbench.web.Uploads;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What pages need of evidence by phone.
 *
 * @param own addresses of this machine that a phone could call
 */
public record Phones(PhoneUploads uploads, Supplier<List<LocalAddress>> own, Clock clock) {
  private static final int KIBIBYTE = 1024;

  /**
   * The place of an item or a row in the session of a request.
   *
   * @param name id of the item, or name of the row
   */
  static PhonePlace place(Context ctx, Product product, String name) {
    return new PhonePlace(Guard.session(ctx), product.id(), name);
  }

  /**
   * The address that a form names.
   *
   * @throws Refusal 422 if it is none of this machine
   */
  InetAddress address(String text) {
    return own.get().stream()
        .filter(a -> a.text().equals(text))
        .map(LocalAddress::address)
        .findFirst()
        .orElseThrow(
            () ->
                new Refusal(
                    422,
                    "This is no address of this machine, so nothing was opened.",
                    "Load the page again and choose one of the list."));
  }

  /**
   * What a form brings: the files of its own field, and those by phone that were ticked.
   *
   * @throws Refusal 409 if one of them waits no longer, 413 if they are too many
   */
  List<Attachment> attachments(Context ctx, PhonePlace place) throws IOException {
    List<Attachment> files = new ArrayList<>(Uploads.of(ctx, "evidence"));
    chosen(place, ctx.formParams("phone")).forEach(f -> files.add(f.attachment()));
    return files;
  }

  /**
   * The files that were ticked.
   *
   * @throws Refusal 409 if one of them waits no longer
   */
  List<ArrivedFile> chosen(PhonePlace place, List<String> ids) {
    List<ArrivedFile> files =
        uploads.files(place).stream().filter(f -> ids.contains(f.id())).toList();
    if (files.size() < ids.stream().distinct().count()) {
      throw new Refusal(
          409,
          "A file by phone waits no longer, so nothing was saved.",
          "Go back, load the page again and send the file again.");
    }
    return files;
  }

  /** What is shown of it. */
  PhoneView view(Context ctx, Product product, PhoneSubject subject) {
    PhonePlace place = place(ctx, product, subject.name());
    Optional<OpenPhone> open = uploads.find(place);
    List<ArrivedFile> files = uploads.files(place);
    String path = product.path() + "/phone";
    return new PhoneView(
        path,
        subject.query(),
        own.get().stream().map(a -> new Address(a.text(), a.label())).toList(),
        open.map(this::page),
        files.stream().map(f -> arrived(path, subject.named(), f)).toList(),
        subject.keeps(),
        subject.rest(),
        (open.isPresent() ? "open" : "closed")
            + files.stream().map(f -> "-" + f.id()).collect(Collectors.joining()));
  }

  private PhoneView.Page page(OpenPhone phone) {
    Duration left = Duration.between(clock.instant(), phone.until());
    return new PhoneView.Page(
        phone.link(),
        QrCode.of(phone.link()),
        phone.challenge(),
        Math.max(1, left.plusSeconds(59).toMinutes()),
        phone.fingerprint(),
        phone.known());
  }

  private static Arrived arrived(String path, String named, ArrivedFile file) {
    return new Arrived(
        file.id(),
        file.name(),
        (file.content().length + KIBIBYTE - 1L) / KIBIBYTE,
        file.challenge(),
        file.note(),
        type(file).map(t -> path + "/" + file.id() + "?" + named).orElse(""));
  }

  /** Which picture a file is, by its first bytes; empty where it is none. */
  static Optional<PictureType> type(ArrivedFile file) {
    byte[] content = file.content();
    return PictureType.of(Arrays.copyOf(content, Math.min(content.length, PictureType.HEAD)));
  }
}
