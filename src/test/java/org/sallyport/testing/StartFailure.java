package org.sallyport.testing;

/** A start that was refused: the one sentence that says why, and the whole log. */
public record StartFailure(String sentence, String log) {}
