package dev.plumbline.dossier.recording;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The forms in which protocols and files carry a secret. */
final class SecretForms {
  private static final Pattern PERCENT = Pattern.compile("%[0-9A-F]{2}");

  private SecretForms() {}

  static Collection<byte[]> of(String secret) {
    Map<String, byte[]> forms = new LinkedHashMap<>();
    byte[] utf8 = secret.getBytes(StandardCharsets.UTF_8);
    add(forms, utf8);
    add(forms, secret.getBytes(StandardCharsets.ISO_8859_1));
    add(forms, secret.getBytes(StandardCharsets.UTF_16LE));
    add(forms, secret.getBytes(StandardCharsets.UTF_16BE));
    String form = URLEncoder.encode(secret, StandardCharsets.UTF_8);
    for (String url : List.of(form, form.replace("+", "%20"))) {
      addText(forms, url);
      addText(forms, PERCENT.matcher(url).replaceAll(m -> m.group().toLowerCase(Locale.ROOT)));
    }
    addText(
        forms,
        secret
            .replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("\"", "&quot;"));
    addText(forms, secret.replace("\\", "\\\\").replace("\"", "\\\""));
    base64(utf8).forEach(text -> addText(forms, text));
    return forms.values();
  }

  /**
   * What of the secret's Base64 does not depend on what stands before or after it, for each of the
   * three places that it can have in a group: {@code user:secret} is so found whoever the user is.
   */
  private static List<String> base64(byte[] secret) {
    List<String> texts = new ArrayList<>();
    for (int before = 0; before < 3; before++) {
      byte[] padded = new byte[before + secret.length];
      System.arraycopy(secret, 0, padded, before, secret.length);
      String text = Base64.getEncoder().withoutPadding().encodeToString(padded);
      int from = before == 0 ? 0 : before + 1;
      int to = padded.length * 8 / 6;
      if (to - from >= 5) {
        String inner = text.substring(from, to);
        texts.add(inner);
        texts.add(inner.replace('+', '-').replace('/', '_'));
      }
    }
    return texts;
  }

  private static void addText(Map<String, byte[]> forms, String text) {
    add(forms, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void add(Map<String, byte[]> forms, byte[] bytes) {
    forms.putIfAbsent(new String(bytes, StandardCharsets.ISO_8859_1), bytes);
  }
}
