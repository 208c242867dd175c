package dev.plumbline.workbench.phone;

/**
 * What the page on the phone shows.
 *
 * @param style its style sheet
 * @param action where the form goes
 * @param sent how many files wait at the computer
 * @param minutes until it closes by itself
 * @param problem why a file was not taken; empty where it was
 */
public record UploadView(
    String style,
    String action,
    String item,
    String question,
    String challenge,
    int sent,
    long minutes,
    String problem) {}
