package org.sallyport.login.remember;

import java.time.Instant;
import java.util.Optional;

/**
 * Whom a cookie has remembered: since when, until when at the latest, and its next value; empty
 * where another tab has that already.
 */
public record Remembered(
    String id, String userId, Instant since, Instant until, Optional<String> next) {}
