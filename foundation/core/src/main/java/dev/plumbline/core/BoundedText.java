package dev.plumbline.core;

/** A text that may be looked at only so often. */
public final class BoundedText implements CharSequence {
  private static final long LEAST_LOOKS = 2_000_000;
  private static final long LOOKS_PER_CHARACTER = 200;

  /** How often it is asked whether the thread was told to stop. */
  private static final long STRIDE = 1 << 16;

  private final CharSequence text;
  private final Looks looks;

  private BoundedText(CharSequence text, Looks looks) {
    this.text = text;
    this.looks = looks;
  }

  /** A text under the usual bound, which grows with its length. */
  public static BoundedText of(CharSequence text) {
    return of(text, LEAST_LOOKS + LOOKS_PER_CHARACTER * text.length());
  }

  /**
   * @param most characters that may be looked at; the same one counts again
   */
  public static BoundedText of(CharSequence text, long most) {
    return new BoundedText(text, new Looks(most));
  }

  /** Characters that were looked at so far, in it and in its parts. */
  public long looks() {
    return looks.done;
  }

  /**
   * @throws TooMuchWorkException if the bound is reached, or the thread was told to stop
   */
  @Override
  public char charAt(int index) {
    looks.one();
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return new BoundedText(text.subSequence(start, end), looks);
  }

  @Override
  public String toString() {
    return text.toString();
  }

  private static final class Looks {
    private final long most;
    private long done;

    Looks(long most) {
      this.most = most;
    }

    void one() {
      if (++done > most) {
        throw new TooMuchWorkException("a regular expression takes too long on this text");
      }
      if (done % STRIDE == 0 && Thread.currentThread().isInterrupted()) {
        throw new TooMuchWorkException("a regular expression was stopped");
      }
    }
  }
}
