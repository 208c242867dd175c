package dev.plumbline.recording.kit;

import dev.plumbline.dossier.Observation;
import dev.plumbline.observation.network.ServiceIdentified;
import dev.plumbline.recording.Redactor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * What everybody keeps who records: a probe and an importer hide the same secrets in the same forms
 * and have the same bounds. A test of each calls {@link #kept}.
 */
public final class RecorderContract {
  private static final String SECRET = "s3cret &\"Horse\"/+";
  private static final int LONGEST = 32_768;

  private RecorderContract() {}

  /** Somebody who records. */
  @FunctionalInterface
  public interface Trial {
    /**
     * Records a fact.
     *
     * @param secret that is made known
     * @param before whether it is known before the fact is recorded, or only afterwards
     * @return what is stored
     */
    Observation record(ServiceIdentified fact, String secret, boolean before) throws Exception;
  }

  /**
   * Tries everything.
   *
   * @throws AssertionError naming what is not kept
   */
  public static void kept(Trial trial) throws Exception {
    for (String form : forms()) {
      for (boolean before : new boolean[] {true, false}) {
        String banner = banner(trial, "x " + form + " y", before);
        hold(!banner.contains(form), "a secret is stored as " + form);
        hold(banner.contains(Redactor.MASK), "nothing stands in place of " + form);
        hold(banner.startsWith("x ") && banner.endsWith(" y"), "more than a secret is gone");
      }
    }
    for (String place :
        List.of(
            "Authorization: Digest abcdef",
            "Set-Cookie: session=abcdef; HttpOnly",
            "-----BEGIN PRIVATE KEY-----abcdef-----END PRIVATE KEY-----")) {
      hold(!banner(trial, place, true).contains("abcdef"), "a secret is stored at " + place);
    }
    String cut = banner(trial, "a".repeat(LONGEST * 3), true);
    hold(cut.length() == LONGEST, "a text of " + cut.length() + " characters is stored");
    Observation whole = trial.record(fact("nginx"), SECRET, true);
    hold(whole.as(ServiceIdentified.class).equals(Optional.of(fact("nginx"))), "not what was seen");
  }

  /** The secret as protocols and files carry it. */
  private static List<String> forms() {
    List<String> forms = new ArrayList<>();
    forms.add(SECRET);
    forms.add("s3cret+%26%22Horse%22%2F%2B");
    forms.add("s3cret%20%26%22Horse%22%2f%2b");
    forms.add("s3cret &amp;&quot;Horse&quot;/+");
    forms.add("s3cret &\\\"Horse\\\"/+");
    forms.add(latin(SECRET.getBytes(StandardCharsets.UTF_16LE)));
    forms.add(latin(SECRET.getBytes(StandardCharsets.UTF_16BE)));
    byte[] secret = SECRET.getBytes(StandardCharsets.UTF_8);
    for (int before = 0; before < 3; before++) {
      byte[] padded = new byte[before + secret.length];
      System.arraycopy(secret, 0, padded, before, secret.length);
      String coded = Base64.getEncoder().withoutPadding().encodeToString(padded);
      // What the bytes around it do not change.
      forms.add(coded.substring(before == 0 ? 0 : before + 1, padded.length * 8 / 6));
    }
    return forms;
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static String banner(Trial trial, String banner, boolean before) throws Exception {
    return trial
        .record(fact(banner), SECRET, before)
        .as(ServiceIdentified.class)
        .flatMap(ServiceIdentified::banner)
        .orElse("");
  }

  private static ServiceIdentified fact(String banner) {
    return new ServiceIdentified(
        "unknown",
        false,
        Optional.empty(),
        Optional.of(banner),
        Optional.empty(),
        Optional.empty(),
        List.of("banner"),
        Optional.empty());
  }

  private static void hold(boolean kept, String broken) {
    if (!kept) {
      throw new AssertionError(broken);
    }
  }
}
