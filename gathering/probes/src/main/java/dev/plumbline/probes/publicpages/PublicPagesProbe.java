package dev.plumbline.probes.publicpages;

import dev.plumbline.core.BoundedPattern;
import dev.plumbline.core.TableRole;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.observation.page.PageFetched;
import dev.plumbline.observation.page.PageMentions;
import dev.plumbline.observation.page.PageSecurityTxt;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.ProbeContext.Page;
import dev.plumbline.probe.ProbeSpec;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

/** Fetches each page that the user information names, and the security.txt beside the policy. */
public final class PublicPagesProbe implements Probe {
  private static final String POLICY = "vulnerabilityPolicyUrl";

  private static final BoundedPattern URL =
      BoundedPattern.compile("https?://[^\\s\"'<>()]+[^\\s\"'<>().,;:!?]");

  private final ProbeSpec spec = ProbeSpec.load(PublicPagesProbe.class);

  @Override
  public ProbeSpec spec() {
    return spec;
  }

  @Override
  public void run(ProbeContext context) throws InterruptedException {
    Optional<IxitEntry> info = context.ixit().record(TableRole.USER_INFORMATION);
    if (info.isEmpty()) {
      return;
    }
    PageText reader = new PageText();
    RowMentions mentions = new RowMentions();
    Visitor visitor = new Visitor(context);
    Map<String, List<String>> purposes = purposes(context, info.get());
    PrintedKeys keys = new PrintedKeys(context, visitor, purposes.keySet());
    context.each(
        purposes.entrySet(),
        Map.Entry::getKey,
        page -> {
          Optional<String> text =
              fetch(
                  context,
                  visitor,
                  keys,
                  reader,
                  page.getKey(),
                  String.join(", ", page.getValue()));
          mention(context, mentions, page.getKey(), page.getValue(), text);
          context.progress(page.getKey(), 0.5);
        });
    Optional<String> policy =
        purposes.entrySet().stream()
            .filter(e -> e.getValue().contains(POLICY))
            .map(Map.Entry::getKey)
            .findFirst();
    if (policy.isPresent()) {
      securityTxt(context, visitor, URI.create(policy.get()));
    }
  }

  /** The pages with the fields that name them; a field may say in words how to get there. */
  private static Map<String, List<String>> purposes(ProbeContext context, IxitEntry info) {
    Map<String, List<String>> purposes = new LinkedHashMap<>();
    info.cells()
        .forEach(
            (key, cell) -> {
              if (!key.endsWith("Url") || cell.isEmpty()) {
                return;
              }
              Matcher m = URL.matcher(cell.text());
              if (m.find() && isUrl(m.group())) {
                purposes.computeIfAbsent(m.group(), u -> new ArrayList<>()).add(key);
              } else {
                context.undetermined(
                    PageFetched.class,
                    info.table() + "/" + key,
                    "The field " + key + " holds no URL.");
              }
            });
    return purposes;
  }

  private static boolean isUrl(String text) {
    try {
      return URI.create(text).getHost() != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** What the page says of the rows that it is about; a page that nobody can read says nothing. */
  private static void mention(
      ProbeContext context,
      RowMentions mentions,
      String url,
      List<String> fields,
      Optional<String> text) {
    for (RowMentions.About about : mentions.about(fields)) {
      for (IxitEntry row : context.ixit().entries(about.role())) {
        text.ifPresentOrElse(
            t -> context.seen(row.subject(), mentions.of(about, row, url, t)),
            () ->
                context.undetermined(
                    row.subject(),
                    "Not everybody can read the page " + url + ".",
                    PageMentions.unread(about.field())));
      }
    }
  }

  /** The text that anyone can read. */
  private static Optional<String> fetch(
      ProbeContext context,
      Visitor visitor,
      PrintedKeys keys,
      PageText reader,
      String url,
      String purpose)
      throws InterruptedException {
    try {
      Page page = visitor.visit(URI.create(url));
      ReadPage read = new ReadPage(page, reader);
      Optional<String> obstacle = read.obstacle();
      if (obstacle.isPresent()) {
        context.undetermined(
            url, "The page cannot be read: " + obstacle.get() + ".", PageFetched.unread(purpose));
        return Optional.empty();
      }
      PageFetched fact = read.fact(purpose, context.product().model(), keys.of(page));
      context.seen(url, fact);
      boolean open = page.status() == 200 && !fact.loginWall();
      return open ? Optional.of(read.text()) : Optional.empty();
    } catch (IOException e) {
      context.undetermined(
          url, "The page was not had: " + e.getMessage(), PageFetched.unread(purpose));
      return Optional.empty();
    }
  }

  private static void securityTxt(ProbeContext context, Visitor visitor, URI policy)
      throws InterruptedException {
    URI here = policy.resolve("/.well-known/security.txt");
    URI legacy = policy.resolve("/security.txt");
    List<String> looked = new ArrayList<>();
    try {
      for (URI place : List.of(here, legacy)) {
        looked.add(place.toString());
        Page page = visitor.visit(place);
        boolean unreadable = page.truncated() || page.headers().containsKey("content-encoding");
        if (page.status() >= 500 || page.status() == 429 || unreadable) {
          throw new IOException("no readable answer (" + page.status() + ") at " + place);
        }
        if (page.status() == 200 && !looksLikeHtml(page)) {
          PublishedSecurityTxt file =
              PublishedSecurityTxt.parse(
                  page.text(), context.clock().instant(), served(page, place, here));
          context.seen(here.toString(), file.fact(looked));
          return;
        }
      }
      context.seen(here.toString(), PublishedSecurityTxt.missing().fact(looked));
    } catch (IOException e) {
      context.undetermined(
          PageSecurityTxt.class,
          here.toString(),
          "Whether there is one cannot be told: " + e.getMessage());
    }
  }

  /** Faults of how the file is served (RFC 9116, section 3). */
  private static List<String> served(Page page, URI place, URI wellKnown) {
    List<String> faults = new ArrayList<>();
    if (!"https".equals(page.uri().getScheme())) {
      faults.add("not-https");
    }
    if (!contentType(page).startsWith("text/plain")) {
      faults.add("wrong-type");
    }
    if (!place.equals(wellKnown)) {
      faults.add("legacy-place");
    }
    return faults;
  }

  private static boolean looksLikeHtml(Page page) {
    return contentType(page).contains("html") || page.text().stripLeading().startsWith("<");
  }

  private static String contentType(Page page) {
    return page.headers().getOrDefault("content-type", List.of()).stream().findFirst().orElse("");
  }
}
