package dev.plumbline.workbench.web;

/** A request that is not served: what is wrong, and what to do next. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String remedy;

  /**
   * Refuses.
   *
   * @param status of HTTP, 400 to 599
   * @param what what is wrong, as a sentence
   * @param remedy what to do next, as a sentence
   */
  public Refusal(int status, String what, String remedy) {
    super(what);
    this.status = status;
    this.remedy = remedy;
  }

  /** Something that the address names and that is not there; the same for all reasons. */
  public static Refusal absent() {
    return new Refusal(404, "There is no such page.", "Go back to the list of products.");
  }

  public int status() {
    return status;
  }

  public String what() {
    return String.valueOf(getMessage());
  }

  public String remedy() {
    return remedy;
  }
}
