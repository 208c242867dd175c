package dev.plumbline.catalogue;

/** A section of EN 303 645, which is a test scenario of TS 103 701, such as 5.1. */
public record Section(String id, String title) {}
