package dev.plumbline.dossier.product;

import dev.plumbline.core.Place;
import dev.plumbline.core.Problems;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Product;
import dev.plumbline.dossier.Product.Authorisation;
import dev.plumbline.dossier.Product.Target;
import dev.plumbline.dossier.SecretUse;
import dev.plumbline.dossier.file.BasePath;
import dev.plumbline.dossier.file.DossierFiles;
import dev.plumbline.dossier.file.Secrets;
import dev.plumbline.dossier.file.Shape;
import dev.plumbline.yaml.YamlNode.Mapping;
import dev.plumbline.yaml.YamlNode.Scalar;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads product.yaml. What is not declared is not allowed. */
public final class ProductReader {
  /** Name of the file in the dossier. */
  public static final String FILE = "product.yaml";

  /** Dossiers that may take over what this one declares and what was seen. */
  static final String VARIANTS = "variants";

  private static final List<String> KEYS =
      List.of("edition", "profiles", ExtensionReader.KEY, VARIANTS, "product", "test");
  private static final List<String> PRODUCT =
      List.of(
          "manufacturer", "name", "model", "hardwareVersion", "softwareVersion", "serial", "mac");
  private static final List<String> TEST =
      List.of(
          "unit",
          "state",
          "targets",
          "authorisation",
          "publicPages",
          "loginBudget",
          "credentials",
          "samples",
          "clients",
          "equipment");
  private static final List<String> STATES = List.of("factory-default", "initialized", "other");
  private static final Pattern EDITION = Pattern.compile("\\d+\\.\\d+\\.\\d+");
  private static final Pattern MAC = Pattern.compile("[0-9A-Fa-f]{2}([:-][0-9A-Fa-f]{2}){5}");

  private final DossierFiles files;
  private final Secrets secrets;
  private final Problems problems;

  /** Reads with these files beside it, and reports into these problems. */
  public ProductReader(DossierFiles files, Secrets secrets, Problems problems) {
    this.files = files;
    this.secrets = secrets;
    this.problems = problems;
  }

  /** The product; what is wrong in it stands in the problems. */
  public Product read(Mapping root) {
    Shape file = Shape.of(root, problems, KEYS);
    variants(file);
    Shape product = file.child("product", PRODUCT).orElseGet(() -> missing(root, PRODUCT));
    Shape test = file.child("test", TEST).orElseGet(() -> missing(root, TEST));
    Optional<Authorisation> authorisation = authorisation(test);
    List<Target> targets = new TargetReader(problems).read(test, authorisation.isPresent());
    LoginReader logins = new LoginReader(files, secrets, problems);
    return new Product(
        edition(file),
        declared(product, "manufacturer"),
        declared(product, "name"),
        declared(product, "model"),
        product.text("hardwareVersion").orElse(""),
        softwareVersion(product, test),
        declared(test, "unit"),
        state(test),
        product.text("serial").orElse(""),
        mac(product),
        targets,
        authorisation,
        publicPages(test),
        logins.budget(test),
        logins.credentials(test),
        logins.samples(test),
        new ClientTestReader(files, problems).read(test),
        equipment(test),
        file.scalars("profiles").stream()
            .map(s -> new Product.ProfileName(s.text().strip(), s.place()))
            .toList(),
        new ExtensionReader(problems).read(file),
        root.place());
  }

  /** The ways to the dossiers that are named as variants of this one. */
  public List<String> variants(Mapping root) {
    return variants(Shape.of(root, problems, KEYS));
  }

  private List<String> variants(Shape file) {
    List<String> ways = new ArrayList<>();
    for (Scalar written : file.scalars(VARIANTS)) {
      String way = written.text().strip();
      Optional<String> fault = BasePath.fault(way);
      if (fault.isEmpty()) {
        ways.add(way);
      } else {
        problems.error(
            "PLB-2039",
            written.place(),
            "The path of a variant, '" + Shape.shown(way) + "', " + fault.get() + ".",
            "Give the path of the variant's dossier, relative to this one, such as"
                + " 'variants: [../smart-camera-wired]'.");
      }
    }
    return ways;
  }

  /** The environment variables that the logins want. */
  public List<SecretUse> secrets(Mapping root) {
    return Shape.of(root, problems, KEYS)
        .child("test", TEST)
        .map(test -> new LoginReader(files, secrets, problems).secrets(test))
        .orElse(List.of());
  }

  private List<Endpoint> equipment(Shape test) {
    List<Endpoint> endpoints = new ArrayList<>();
    for (Scalar scalar : test.scalars("equipment")) {
      Optional<Endpoint> endpoint = ClientTestReader.endpoint(scalar.text().strip());
      endpoint.ifPresent(endpoints::add);
      if (endpoint.isEmpty()) {
        problems.error(
            "PLB-2022",
            scalar.place(),
            "'" + Shape.shown(scalar.text()) + "' is no place of test equipment near by.",
            "Write a numeric loopback, link-local or private address with port, such as"
                + " 192.168.1.30:80.");
      }
    }
    return endpoints;
  }

  private Shape missing(Mapping root, List<String> keys) {
    return Shape.of(new Mapping(Map.of(), root.place(), root.span()), problems, keys);
  }

  private String edition(Shape file) {
    Optional<String> edition = file.text("edition");
    if (edition.isEmpty()) {
      problems.error(
          "PLB-2001",
          file.place("edition"),
          "The edition is missing.",
          "Write the version of EN 303 645 that the dossier is for, such as 'edition: 3.1.3'.");
    } else if (!EDITION.matcher(edition.get()).matches()) {
      problems.error(
          "PLB-2002",
          file.place("edition"),
          "'" + Shape.shown(edition.get()) + "' is no version of EN 303 645.",
          "Write it as 3.1.3 or 2.1.1.");
    }
    return edition.orElse("");
  }

  private String declared(Shape shape, String key) {
    Optional<String> text = shape.text(key);
    if (text.isEmpty()) {
      problems.warning(
          "PLB-2003",
          shape.place(key),
          "'" + key + "' is not filled in.",
          "A report has to say what was tested; write it.");
    }
    return text.orElse("");
  }

  /** Without a version no observation can be bound to what was assessed. */
  private String softwareVersion(Shape product, Shape test) {
    if (!product.has("softwareVersion") && test.has("targets")) {
      problems.error(
          "PLB-2004",
          product.place("softwareVersion"),
          "Targets are declared, but no 'softwareVersion'.",
          "Write the version that runs on the unit; what is seen is evidence for that version"
              + " only.");
      return "";
    }
    return declared(product, "softwareVersion");
  }

  private String state(Shape test) {
    String state = declared(test, "state");
    if (!state.isEmpty() && !STATES.contains(state)) {
      problems.error(
          "PLB-2005",
          test.place("state"),
          "'" + Shape.shown(state) + "' is no device state.",
          "Write one of: " + String.join(", ", STATES) + ".");
    }
    return state;
  }

  private String mac(Shape product) {
    Optional<String> mac = product.text("mac");
    if (mac.isPresent() && !MAC.matcher(mac.get()).matches()) {
      problems.error(
          "PLB-2006",
          product.place("mac"),
          "'" + Shape.shown(mac.get()) + "' is no MAC address.",
          "Write six pairs of hex digits, such as 02:00:5e:10:00:01.");
    }
    return mac.orElse("");
  }

  private Optional<Authorisation> authorisation(Shape test) {
    Optional<Shape> found = test.child("authorisation", List.of("by", "date", "statement"));
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Shape shape = found.get();
    List<String> absent =
        List.of("by", "date", "statement").stream().filter(k -> shape.text(k).isEmpty()).toList();
    if (!absent.isEmpty()) {
      problems.error(
          "PLB-2012",
          shape.place(),
          "The authorisation lacks: " + String.join(", ", absent) + ".",
          "Write who allowed the test, on which day, and for what; until then it does not count.");
      return Optional.empty();
    }
    String date = shape.text("date").orElse("");
    if (!isDate(date)) {
      problems.error(
          "PLB-2013",
          shape.place("date"),
          "'" + Shape.shown(date) + "' is no date.",
          "Write it as 2026-11-24; until then the authorisation does not count.");
      return Optional.empty();
    }
    return Optional.of(
        new Authorisation(
            shape.text("by").orElse(""), date, shape.text("statement").orElse(""), shape.place()));
  }

  /** Whether a text is a day of the calendar, as in 2026-01-31. */
  public static boolean isDate(String text) {
    try {
      LocalDate.parse(text);
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private List<String> publicPages(Shape test) {
    List<String> pages = new ArrayList<>();
    for (Scalar page : test.scalars("publicPages")) {
      if (TargetReader.isHostAndPort(page.text())) {
        pages.add(page.text());
      } else {
        Place place = page.place();
        problems.error(
            "PLB-2014",
            place,
            "'" + Shape.shown(page.text()) + "' is no host with port.",
            "Write host:port, such as www.example.com:443.");
      }
    }
    return pages;
  }
}
